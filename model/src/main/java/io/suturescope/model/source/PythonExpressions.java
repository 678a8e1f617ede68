package io.suturescope.model.source;

import io.suturescope.model.source.PythonExpression.Shape;
import io.suturescope.model.source.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads expressions.
final class PythonExpressions {
  private static final int DEPTH_LIMIT = 600;
  private static final Set<String> TIGHT =
      Set.of("|", "^", "&", "<<", ">>", "+", "-", "*", "/", "//", "%", "@", "**");
  private static final Set<String> COMPARING = Set.of("<", ">", "==", ">=", "<=", "!=", "in", "is");

  private final PythonCursor cursor;
  private final PythonDisplays displays;
  private int depth;

  PythonExpressions(PythonCursor cursor) {
    this.cursor = cursor;
    this.displays = new PythonDisplays(cursor, this);
  }

  PythonDisplays displays() {
    return displays;
  }

  /// `a, *b, c`: what stands behind `=` and `return`.
  PythonExpression starList() {
    PythonExpression first = starred();
    if (!cursor.at(",")) {
      return first;
    }
    List<PythonExpression> elements = new ArrayList<>(List.of(first));
    while (cursor.accept(",")) {
      if (!startsExpression()) {
        break;
      }
      elements.add(starred());
    }
    return new PythonExpression(Shape.TUPLE, elements);
  }

  PythonExpression starListOrYield() {
    return cursor.at("yield") ? yielded() : starList();
  }

  PythonExpression yielded() {
    cursor.take();
    if (cursor.accept("from")) {
      expression();
    } else if (startsExpression()) {
      starList();
    }
    return new PythonExpression(Shape.YIELD);
  }

  /// True when the token can begin an expression; a keyword that cannot is found out later.
  boolean startsExpression() {
    PythonToken now = cursor.now();
    return switch (now.kind()) {
      case NAME ->
          PythonCursor.atName(now)
              || Set.of("None", "True", "False", "not", "lambda", "await", "yield")
                  .contains(now.text());
      case NUMBER, STRING, BYTES -> true;
      case OPERATOR -> Set.of("(", "[", "{", "-", "+", "~", "...", "*", "**").contains(now.text());
      default -> false;
    };
  }

  PythonExpression starred() {
    if (cursor.accept("*")) {
      return new PythonExpression(Shape.STARRED, List.of(tight()));
    }
    return expression();
  }

  PythonExpression starredOrNamed() {
    return cursor.at("*") ? starred() : named();
  }

  /// An expression that may be `name := expression`.
  PythonExpression named() {
    if (cursor.atName() && cursor.next().is(":=")) {
      cursor.take();
      cursor.take();
      expression();
      return new PythonExpression(Shape.WALRUS);
    }
    return expression();
  }

  PythonExpression expression() {
    if (++depth > DEPTH_LIMIT) {
      throw cursor.malformed("an expression nests too deep");
    }
    PythonExpression read = unguardedExpression();
    depth--;
    return read;
  }

  private PythonExpression unguardedExpression() {
    boolean conditional = false;
    while (true) {
      if (cursor.at("lambda")) {
        lambda();
        return new PythonExpression(conditional ? Shape.CONDITIONAL : Shape.LAMBDA);
      }
      PythonExpression read = disjunction();
      if (!cursor.accept("if")) {
        return conditional ? new PythonExpression(Shape.CONDITIONAL) : read;
      }
      disjunction();
      cursor.expect("else", "behind the `if` of a conditional expression");
      conditional = true;
    }
  }

  private void lambda() {
    cursor.take();
    new PythonParameters(cursor, this, ":", false).read();
    cursor.expect(":", "behind the parameters of a lambda");
    expression();
  }

  PythonExpression disjunction() {
    return operands(true);
  }

  /// An expression without comparisons and `not`, `and`, `or`.
  PythonExpression tight() {
    return operands(false);
  }

  private PythonExpression operands(boolean loose) {
    boolean notAllowed = loose;
    boolean operated = false;
    while (true) {
      PythonExpression read = operand(notAllowed);
      PythonToken operator = cursor.now();
      if (cursor.at(Kind.OPERATOR) && TIGHT.contains(operator.text())) {
        notAllowed = false;
      } else if (loose && (operator.is("and") || operator.is("or"))) {
        notAllowed = true;
      } else if (loose && comparing(operator)) {
        notAllowed = false;
      } else {
        return operated ? new PythonExpression(Shape.OPERATOR) : read;
      }
      operated = true;
      takeOperator();
    }
  }

  private boolean comparing(PythonToken operator) {
    return COMPARING.stream().anyMatch(operator::is)
        || (operator.is("not") && cursor.next().is("in"));
  }

  private void takeOperator() {
    PythonToken operator = cursor.take();
    if (operator.is("not")) {
      cursor.take();
    } else if (operator.is("is")) {
      cursor.accept("not");
    }
  }

  private PythonExpression operand(boolean notAllowed) {
    boolean prefixed = false;
    boolean notPossible = notAllowed;
    while (true) {
      if (notPossible && cursor.accept("not")) {
        prefixed = true;
      } else if (cursor.at("-") || cursor.at("+") || cursor.at("~")) {
        cursor.take();
        prefixed = true;
        notPossible = false;
      } else {
        break;
      }
    }
    boolean awaits = cursor.accept("await");
    PythonExpression read = trailers(atom());
    if (prefixed) {
      return new PythonExpression(Shape.OPERATOR);
    }
    return awaits ? new PythonExpression(Shape.AWAIT) : read;
  }

  private PythonExpression trailers(PythonExpression atom) {
    PythonExpression read = atom;
    while (cursor.at(Kind.OPERATOR)) {
      if (cursor.accept(".")) {
        cursor.expectName("behind a dot");
        read = new PythonExpression(Shape.ATTRIBUTE);
      } else if (cursor.accept("(")) {
        displays.arguments();
        read = new PythonExpression(Shape.CALL);
      } else if (cursor.accept("[")) {
        displays.slices();
        read = new PythonExpression(Shape.SUBSCRIPT);
      } else {
        break;
      }
    }
    return read;
  }

  private PythonExpression atom() {
    PythonToken token = cursor.now();
    switch (token.kind()) {
      case NAME -> {
        return name(token);
      }
      case NUMBER -> cursor.take();
      case STRING, BYTES -> strings();
      default -> {
        return operatorAtom();
      }
    }
    return new PythonExpression(Shape.LITERAL);
  }

  private PythonExpression name(PythonToken token) {
    if (token.is("None") || token.is("True") || token.is("False")) {
      cursor.take();
      return new PythonExpression(Shape.LITERAL);
    }
    if (PythonKeywords.isKeyword(token.text())) {
      throw cursor.malformed("the keyword " + token.spoken() + " stands inside an expression");
    }
    cursor.take();
    return new PythonExpression(Shape.NAME);
  }

  private void strings() {
    Kind kind = cursor.now().kind();
    while (cursor.at(Kind.STRING) || cursor.at(Kind.BYTES)) {
      if (!cursor.at(kind)) {
        throw cursor.malformed("text and bytes are put together");
      }
      cursor.take();
    }
  }

  private PythonExpression operatorAtom() {
    if (cursor.accept("...")) {
      return new PythonExpression(Shape.LITERAL);
    }
    if (cursor.accept("(")) {
      return displays.parentheses();
    }
    if (cursor.accept("[")) {
      return displays.list();
    }
    if (cursor.accept("{")) {
      return displays.braces();
    }
    throw cursor.unexpected("an expression is missing");
  }
}
