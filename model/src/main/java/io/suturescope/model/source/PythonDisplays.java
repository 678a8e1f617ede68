package io.suturescope.model.source;

import io.suturescope.model.source.PythonExpression.Shape;
import java.util.ArrayList;
import java.util.List;

/// Reads what stands between brackets; the opening one is already taken.
final class PythonDisplays {
  private final PythonCursor cursor;
  private final PythonExpressions expressions;

  PythonDisplays(PythonCursor cursor, PythonExpressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  PythonExpression parentheses() {
    if (cursor.accept(")")) {
      return new PythonExpression(Shape.TUPLE);
    }
    if (cursor.at("yield")) {
      PythonExpression yielded = expressions.yielded();
      cursor.expect(")", "behind a yield");
      return yielded;
    }
    int line = cursor.now().line();
    PythonExpression first = expressions.starredOrNamed();
    if (comprehension(first, ")")) {
      return new PythonExpression(Shape.COMPREHENSION);
    }
    if (cursor.accept(")")) {
      if (first.shape() == Shape.STARRED) {
        throw new Malformed(line, "a starred expression stands alone in parentheses");
      }
      return first;
    }
    return new PythonExpression(Shape.TUPLE, elements(first, ")"));
  }

  PythonExpression list() {
    if (cursor.accept("]")) {
      return new PythonExpression(Shape.LIST);
    }
    PythonExpression first = expressions.starredOrNamed();
    if (comprehension(first, "]")) {
      return new PythonExpression(Shape.COMPREHENSION);
    }
    return new PythonExpression(Shape.LIST, elements(first, "]"));
  }

  private List<PythonExpression> elements(PythonExpression first, String close) {
    List<PythonExpression> elements = new ArrayList<>(List.of(first));
    while (!cursor.accept(close)) {
      cursor.expect(",", "between two elements");
      if (!cursor.at(close)) {
        elements.add(expressions.starredOrNamed());
      }
    }
    return elements;
  }

  private boolean comprehension(PythonExpression element, String close) {
    if (!cursor.at("for") && !(cursor.at("async") && cursor.next().is("for"))) {
      return false;
    }
    if (element.shape() == Shape.STARRED) {
      throw cursor.malformed("a comprehension unpacks with a star");
    }
    while (cursor.at("for") || cursor.at("async")) {
      cursor.accept("async");
      cursor.expect("for", "in a comprehension");
      targets();
      cursor.expect("in", "behind the names of a comprehension");
      expressions.disjunction();
      while (cursor.accept("if")) {
        expressions.disjunction();
      }
    }
    cursor.expect(close, "behind a comprehension");
    return true;
  }

  /// What stands between `for` and `in`.
  void targets() {
    boolean first = true;
    do {
      if (!first && cursor.at("in")) {
        return;
      }
      first = false;
      cursor.accept("*");
      PythonExpression target = expressions.tight();
      if (!target.assignable()) {
        throw cursor.malformed("`for` cannot assign to " + target.obstacle());
      }
    } while (cursor.accept(","));
  }

  PythonExpression braces() {
    boolean dictionary = false;
    boolean set = false;
    while (!cursor.accept("}")) {
      boolean pair = cursor.at("**");
      PythonExpression element;
      if (pair) {
        cursor.take();
        element = new PythonExpression(Shape.STARRED, List.of(expressions.tight()));
      } else {
        element = expressions.starredOrNamed();
        pair = cursor.at(":") && element.shape() != Shape.STARRED && cursor.accept(":");
        if (pair) {
          expressions.expression();
        }
      }
      dictionary |= pair;
      set |= !pair;
      if (dictionary && set) {
        throw cursor.malformed("a set and a dictionary are mixed");
      }
      if (comprehension(element, "}")) {
        return new PythonExpression(Shape.COMPREHENSION);
      }
      if (!cursor.at("}")) {
        cursor.expect(",", "between two elements");
      }
    }
    return new PythonExpression(Shape.DISPLAY);
  }

  /// The arguments of a call or the bases of a class.
  void arguments() {
    boolean keyword = false;
    boolean unpacked = false;
    boolean first = true;
    while (!cursor.accept(")")) {
      if (cursor.accept("**")) {
        expressions.expression();
        unpacked = true;
      } else if (cursor.accept("*")) {
        refuse(unpacked, "an argument with one star follows one with two");
        expressions.expression();
      } else if (cursor.atName() && cursor.next().is("=")) {
        cursor.take();
        cursor.take();
        expressions.expression();
        keyword = true;
      } else {
        PythonExpression argument = expressions.named();
        refuse(keyword || unpacked, "a positional argument follows a keyword argument");
        if (cursor.at("for") || cursor.at("async")) {
          refuse(!first, "a generator among other arguments has no parentheses");
          comprehension(argument, ")");
          return;
        }
      }
      first = false;
      if (!cursor.at(")")) {
        cursor.expect(",", "between two arguments");
      }
    }
  }

  private void refuse(boolean wrong, String reason) {
    if (wrong) {
      throw cursor.malformed(reason);
    }
  }

  void slices() {
    do {
      if (cursor.at("*")) {
        expressions.starred();
      } else {
        slice();
      }
    } while (cursor.accept(",") && !cursor.at("]"));
    cursor.expect("]", "behind an index");
  }

  private void slice() {
    if (!cursor.at(":")) {
      expressions.named();
    }
    for (int colons = 0; colons < 2 && cursor.accept(":"); colons++) {
      if (!cursor.at(":") && !cursor.at(",") && !cursor.at("]")) {
        expressions.expression();
      }
    }
  }
}
