package io.suturescope.model.source;

import java.util.List;

/// What an expression is, as far as it matters for what may stand around it.
///
/// @param elements of a tuple or list display
record PythonExpression(Shape shape, List<PythonExpression> elements) {

  enum Shape {
    NAME("a name"),
    ATTRIBUTE("an attribute"),
    SUBSCRIPT("a subscript"),
    TUPLE("a tuple"),
    LIST("a list"),
    STARRED("a starred expression"),
    LITERAL("a literal"),
    CALL("a call"),
    CONDITIONAL("a conditional expression"),
    OPERATOR("the result of an operator"),
    LAMBDA("a lambda"),
    AWAIT("an await"),
    WALRUS("a named expression"),
    YIELD("a yield"),
    COMPREHENSION("a comprehension"),
    DISPLAY("a dictionary or set");

    private final String spoken;

    Shape(String spoken) {
      this.spoken = spoken;
    }
  }

  PythonExpression(Shape shape) {
    this(shape, List.of());
  }

  String spoken() {
    return shape.spoken;
  }

  /// True for a name, an attribute, a subscript.
  boolean single() {
    return shape == Shape.NAME || shape == Shape.ATTRIBUTE || shape == Shape.SUBSCRIPT;
  }

  /// True for what `=` and `for` can assign to.
  boolean assignable() {
    return switch (shape) {
      case NAME, ATTRIBUTE, SUBSCRIPT -> true;
      case TUPLE, LIST -> elements.stream().allMatch(PythonExpression::assignable);
      case STARRED ->
          elements.getFirst().shape != Shape.STARRED && elements.getFirst().assignable();
      default -> false;
    };
  }

  boolean deletable() {
    return switch (shape) {
      case NAME, ATTRIBUTE, SUBSCRIPT -> true;
      case TUPLE, LIST -> elements.stream().allMatch(PythonExpression::deletable);
      default -> false;
    };
  }

  /// The innermost reason why it is not assignable.
  String obstacle() {
    return elements.stream()
        .filter(element -> !element.assignable())
        .findFirst()
        .map(PythonExpression::obstacle)
        .orElse(spoken());
  }
}
