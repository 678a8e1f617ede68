package io.suturescope.model.source;

/// Reads the parameters of a function or lambda up to the token that ends them.
final class PythonParameters {
  private final PythonCursor cursor;
  private final PythonExpressions expressions;
  private final String close;
  private final boolean annotated;
  private boolean defaults;
  private boolean star;
  private boolean bareStar;
  private boolean slash;
  private boolean any;

  /// @param close token behind the parameters, which stays
  /// @param annotated true where `name: type` is possible
  PythonParameters(
      PythonCursor cursor, PythonExpressions expressions, String close, boolean annotated) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.close = close;
    this.annotated = annotated;
  }

  void read() {
    boolean last = false;
    while (!cursor.at(close)) {
      refuse(last, "a parameter follows the one with two stars");
      last = cursor.at("**");
      parameter();
      any = true;
      if (!cursor.at(close)) {
        cursor.expect(",", "between two parameters");
      }
    }
    refuse(bareStar, "no named parameter follows the star");
  }

  private void parameter() {
    if (cursor.accept("**")) {
      refuse(bareStar, "no named parameter follows the star");
      name(false);
    } else if (cursor.accept("*")) {
      refuse(star, "there are two stars among the parameters");
      star = true;
      if (cursor.at(",") || cursor.at(close)) {
        bareStar = true;
      } else {
        name(true);
      }
    } else if (cursor.accept("/")) {
      refuse(!any || slash || star, "a slash stands in the wrong place of the parameters");
      slash = true;
    } else {
      name(false);
      bareStar = false;
      if (cursor.accept("=")) {
        expressions.expression();
        defaults = true;
      } else {
        refuse(defaults && !star, "a parameter without default follows one with a default");
      }
    }
  }

  private void name(boolean starredType) {
    cursor.expectName("among the parameters");
    if (annotated && cursor.accept(":")) {
      if (starredType) {
        expressions.starred();
      } else {
        expressions.expression();
      }
    }
  }

  private void refuse(boolean wrong, String reason) {
    if (wrong) {
      throw cursor.malformed(reason);
    }
  }
}
