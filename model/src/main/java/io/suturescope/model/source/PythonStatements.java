package io.suturescope.model.source;

import io.suturescope.model.source.PythonToken.Kind;
import java.util.Set;

/// Reads statements that fit on one line.
final class PythonStatements {
  private static final Set<String> AUGMENTED =
      Set.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

  private final PythonCursor cursor;
  private final PythonExpressions expressions;

  PythonStatements(PythonCursor cursor, PythonExpressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /// Statements with semicolons between them, up to the end of the logical line.
  void line() {
    do {
      statement();
    } while (cursor.accept(";") && !cursor.at(Kind.NEWLINE));
    if (!cursor.accept(Kind.NEWLINE)) {
      throw cursor.malformed("nothing connects " + cursor.now().spoken() + " with what is before");
    }
  }

  private void statement() {
    PythonToken first = cursor.now();
    if (first.kind() != Kind.NAME) {
      assignment();
      return;
    }
    switch (first.text()) {
      case "pass", "break", "continue" -> cursor.take();
      case "return" -> {
        cursor.take();
        if (expressions.startsExpression()) {
          expressions.starList();
        }
      }
      case "raise" -> raise();
      case "assert" -> {
        cursor.take();
        expressions.expression();
        if (cursor.accept(",")) {
          expressions.expression();
        }
      }
      case "global", "nonlocal" -> names();
      case "del" -> deletion();
      case "import" -> imports();
      case "from" -> importsFrom();
      case "if", "while", "for", "try", "with", "def", "class" ->
          throw cursor.malformed("a block stands where only a simple statement can");
      default -> typeOrAssignment();
    }
  }

  private void raise() {
    cursor.take();
    if (expressions.startsExpression()) {
      expressions.expression();
      if (cursor.accept("from")) {
        expressions.expression();
      }
    }
  }

  private void names() {
    cursor.take();
    do {
      cursor.expectName("in the list");
    } while (cursor.accept(","));
  }

  private void deletion() {
    cursor.take();
    PythonExpression target = expressions.starList();
    if (!target.deletable()) {
      throw cursor.malformed("`del` cannot delete " + target.spoken());
    }
  }

  private void imports() {
    cursor.take();
    do {
      dottedName();
      alias();
    } while (cursor.accept(","));
  }

  private void dottedName() {
    do {
      cursor.expectName("in an import");
    } while (cursor.accept("."));
  }

  private void alias() {
    if (cursor.accept("as")) {
      cursor.expectName("behind `as`");
    }
  }

  private void importsFrom() {
    cursor.take();
    boolean relative = false;
    while (cursor.at(".") || cursor.at("...")) {
      cursor.take();
      relative = true;
    }
    if (!relative || !cursor.at("import")) {
      dottedName();
    }
    cursor.expect("import", "in a `from` statement");
    if (cursor.accept("*")) {
      return;
    }
    boolean parentheses = cursor.accept("(");
    do {
      cursor.expectName("in an import");
      alias();
    } while (cursor.accept(",") && !(parentheses && cursor.at(")")));
    if (parentheses) {
      cursor.expect(")", "behind the imported names");
    }
  }

  private void typeOrAssignment() {
    if (cursor.at("type") && PythonCursor.atName(cursor.next())) {
      cursor.take();
      cursor.take();
      typeParameters();
      cursor.expect("=", "in a `type` statement");
      expressions.expression();
    } else {
      assignment();
    }
  }

  /// `[T: bound = default, *Ts, **P]`, if it is there.
  void typeParameters() {
    if (!cursor.accept("[")) {
      return;
    }
    do {
      if (cursor.at("*") || cursor.at("**")) {
        cursor.take();
      }
      cursor.expectName("among the type parameters");
      if (cursor.accept(":")) {
        expressions.expression();
      }
      if (cursor.accept("=")) {
        expressions.starred();
      }
    } while (cursor.accept(",") && !cursor.at("]"));
    cursor.expect("]", "behind the type parameters");
  }

  private void assignment() {
    PythonExpression read = expressions.starListOrYield();
    if (cursor.at(":")) {
      annotation(read);
    } else if (cursor.at(Kind.OPERATOR) && AUGMENTED.contains(cursor.now().text())) {
      requireTarget(read.single(), read.spoken());
      cursor.take();
      expressions.starListOrYield();
    } else {
      while (cursor.at("=")) {
        requireTarget(read.assignable(), read.obstacle());
        cursor.take();
        read = expressions.starListOrYield();
      }
    }
  }

  private void requireTarget(boolean fits, String what) {
    if (!fits) {
      throw cursor.malformed("nothing can be assigned to " + what);
    }
  }

  private void annotation(PythonExpression target) {
    if (!target.single()) {
      throw cursor.malformed("a colon stands behind " + target.spoken());
    }
    cursor.take();
    expressions.expression();
    if (cursor.accept("=")) {
      expressions.starListOrYield();
    }
  }
}
