package io.suturescope.model.source;

import io.suturescope.model.source.PythonToken.Kind;
import java.util.List;

/// Reads the blocks of a file; statements of one line are read by {@link PythonStatements}.
final class PythonGrammar {
  private final PythonCursor cursor;
  private final PythonExpressions expressions;
  private final PythonStatements statements;

  private PythonGrammar(List<PythonToken> tokens) {
    cursor = new PythonCursor(tokens);
    expressions = new PythonExpressions(cursor);
    statements = new PythonStatements(cursor, expressions);
  }

  /// Throws {@link Malformed} where a file is not Python.
  static void checkFile(List<PythonToken> tokens) {
    PythonGrammar grammar = new PythonGrammar(tokens);
    while (!grammar.cursor.at(Kind.END)) {
      grammar.statement();
    }
  }

  /// Throws {@link Malformed} where the field of an f-string is not an expression.
  static void checkField(List<PythonToken> tokens, int line) {
    if (tokens.getFirst().kind() == Kind.END) {
      throw new Malformed(line, "a field of an f-string is empty");
    }
    PythonGrammar grammar = new PythonGrammar(tokens);
    if (grammar.cursor.atName() && grammar.cursor.next().is(":=")) {
      throw new Malformed(line, "a field of an f-string names its value without parentheses");
    }
    grammar.expressions.starListOrYield();
    if (!grammar.cursor.at(Kind.END)) {
      throw grammar.cursor.malformed("a field of an f-string is not one expression");
    }
  }

  private void statement() {
    if (cursor.at(Kind.INDENT)) {
      throw cursor.malformed("the line is indented without a block above it");
    }
    if (!compound()) {
      statements.line();
    }
  }

  private boolean compound() {
    if (!cursor.at(Kind.NAME)) {
      if (cursor.at("@")) {
        decorated();
        return true;
      }
      return false;
    }
    switch (cursor.now().text()) {
      case "if" -> conditional();
      case "while" -> whileLoop();
      case "for" -> forLoop();
      case "try" -> attempt();
      case "with" -> with();
      case "def" -> function();
      case "class" -> type();
      case "async" -> async();
      case "match" -> {
        return match();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void block() {
    cursor.expect(":", "before a block");
    if (!cursor.accept(Kind.NEWLINE)) {
      statements.line();
      return;
    }
    if (!cursor.accept(Kind.INDENT)) {
      throw cursor.malformed("an indented block is missing behind the colon above");
    }
    while (!cursor.accept(Kind.DEDENT)) {
      statement();
    }
  }

  private void conditional() {
    do {
      cursor.take();
      expressions.named();
      block();
    } while (cursor.at("elif"));
    otherwise();
  }

  private void otherwise() {
    if (cursor.accept("else")) {
      block();
    }
  }

  private void whileLoop() {
    cursor.take();
    expressions.named();
    block();
    otherwise();
  }

  private void forLoop() {
    cursor.take();
    expressions.displays().targets();
    cursor.expect("in", "behind the names of a `for`");
    expressions.starList();
    block();
    otherwise();
  }

  private void attempt() {
    cursor.take();
    block();
    boolean caught = false;
    while (cursor.accept("except")) {
      caught = true;
      cursor.accept("*");
      if (!cursor.at(":")) {
        expressions.starList();
        if (cursor.accept("as")) {
          cursor.expectName("behind `as`");
        }
      }
      block();
    }
    if (caught) {
      otherwise();
    }
    if (cursor.accept("finally")) {
      block();
    } else if (!caught) {
      throw cursor.unexpected("`except` or `finally` is missing behind a `try`");
    }
  }

  private void with() {
    cursor.take();
    int start = cursor.mark();
    if (!(cursor.at("(") && parenthesisedItems())) {
      cursor.back(start);
      do {
        item();
      } while (cursor.accept(","));
    }
    block();
  }

  private boolean parenthesisedItems() {
    try {
      cursor.take();
      do {
        item();
      } while (cursor.accept(",") && !cursor.at(")"));
      return cursor.accept(")") && cursor.at(":");
    } catch (Malformed otherForm) {
      return false;
    }
  }

  private void item() {
    expressions.expression();
    if (cursor.accept("as")) {
      PythonExpression target = expressions.starred();
      if (!target.assignable()) {
        throw cursor.malformed("`with` cannot assign to " + target.obstacle());
      }
    }
  }

  private void function() {
    cursor.take();
    cursor.expectName("behind `def`");
    statements.typeParameters();
    cursor.expect("(", "behind the name of a function");
    new PythonParameters(cursor, expressions, ")", true).read();
    cursor.expect(")", "behind the parameters");
    if (cursor.accept("->")) {
      expressions.expression();
    }
    block();
  }

  private void type() {
    cursor.take();
    cursor.expectName("behind `class`");
    statements.typeParameters();
    if (cursor.accept("(")) {
      expressions.displays().arguments();
    }
    block();
  }

  private void async() {
    cursor.take();
    switch (cursor.now().text()) {
      case "def" -> function();
      case "for" -> forLoop();
      case "with" -> with();
      default -> throw cursor.unexpected("`def`, `for` or `with` is missing behind `async`");
    }
  }

  private void decorated() {
    while (cursor.accept("@")) {
      expressions.named();
      if (!cursor.accept(Kind.NEWLINE)) {
        throw cursor.unexpected("the line of a decorator goes on");
      }
    }
    switch (cursor.now().text()) {
      case "def" -> function();
      case "class" -> type();
      case "async" -> {
        cursor.take();
        if (!cursor.at("def")) {
          throw cursor.unexpected("a function is missing behind a decorator");
        }
        function();
      }
      default -> throw cursor.unexpected("a function or class is missing behind a decorator");
    }
  }

  /// `match` is a name everywhere but before a subject, a colon and an indented `case`.
  private boolean match() {
    int start = cursor.mark();
    try {
      cursor.take();
      do {
        expressions.starredOrNamed();
      } while (cursor.accept(",") && !cursor.at(":"));
    } catch (Malformed aName) {
      cursor.back(start);
      return false;
    }
    boolean block =
        cursor.accept(":")
            && cursor.accept(Kind.NEWLINE)
            && cursor.accept(Kind.INDENT)
            && cursor.at("case");
    if (!block) {
      cursor.back(start);
      return false;
    }
    while (cursor.accept("case")) {
      pattern();
      block();
    }
    if (!cursor.accept(Kind.DEDENT)) {
      throw cursor.unexpected("`case` is missing");
    }
    return true;
  }

  /// Patterns are passed over; only the condition behind one is read.
  private void pattern() {
    int open = 0;
    while (!cursor.at(Kind.NEWLINE) && !(open == 0 && (cursor.at(":") || cursor.at("if")))) {
      String text = cursor.now().kind() == Kind.OPERATOR ? cursor.now().text() : "";
      open += "([{".contains(text) && !text.isEmpty() ? 1 : 0;
      open -= ")]}".contains(text) && !text.isEmpty() ? 1 : 0;
      cursor.take();
    }
    if (cursor.accept("if")) {
      expressions.named();
    }
  }
}
