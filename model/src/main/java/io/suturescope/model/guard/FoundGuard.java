package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// One guard as it lies in the code.
///
/// @param from index of its first unit
/// @param to index behind its last one
/// @param length of the chain, where the shape has one
record FoundGuard(GuardShape shape, int from, int to, int length, Match match) {
  // BINARY_SUBSCR of 3.11, the only version that CodeSuture can write chains for.
  private static final int SUBSCRIPT_311 = 25;
  private static final int SUBSCRIPT_311_SIZE = 10;

  String name(String key) {
    return match.name(key);
  }

  PyValue constant(String key) {
    return match.constant(key);
  }

  /// The default as Python writes it; empty for shapes without one.
  String defaultText() {
    return match.constantText("default");
  }

  /// The variables that it tests.
  List<String> subjects() {
    return Stream.of("v", "index", "list").map(match::name).filter(n -> !n.isEmpty()).toList();
  }

  /// The constant that a length is compared with, as Python writes it.
  String boundText() {
    return match.constantText("bound");
  }

  /// The attributes of a chain of attributes, first to last.
  List<String> attributes() {
    List<String> attributes = new ArrayList<>();
    for (int link = 0; link < length && shape != GuardShape.CHAIN; link++) {
      attributes.add(match.name("attribute" + link));
    }
    return attributes;
  }

  /// The keys of a chain of subscripts, first to last.
  List<PyValue> keys() {
    List<PyValue> keys = new ArrayList<>();
    for (int link = 0; link + 1 < length; link++) {
      keys.add(match.constant("key" + link));
    }
    keys.add(match.constant("last"));
    return keys;
  }

  /// What stood in its place in the original; empty when the shape does not tell.
  ///
  /// @param variables names of all variables of the function
  Optional<List<Unit>> replaced(List<Unit> units, List<String> variables) {
    List<Unit> own = units.subList(from, to);
    return switch (shape) {
      case SUBSCRIPT -> Optional.of(own.stream().filter(unit -> unit.is("BINARY_SUBSCR")).toList());
      // A key that is the name of a variable may have been that variable: CodeSuture writes the
      // name in its place.
      case CHAIN ->
          keys().stream()
                  .anyMatch(key -> key instanceof PyText text && variables.contains(text.value()))
              ? Optional.empty()
              : Optional.of(subscripts(own));
      default -> Optional.of(List.of());
    };
  }

  private static List<Unit> subscripts(List<Unit> own) {
    List<Unit> original = new ArrayList<>();
    for (int unit = 1; unit + 1 < own.size(); unit++) {
      if (own.get(unit).is("LOAD_CONST")
          && (own.get(unit - 1).is("LOAD_METHOD") || own.get(unit + 1).is("BINARY_SUBSCR"))) {
        original.add(own.get(unit));
        original.add(subscript(own.get(unit).instruction()));
      }
    }
    return original;
  }

  private static Unit subscript(Instruction key) {
    Instruction subscript =
        new Instruction(
            key.offset(),
            "BINARY_SUBSCR",
            SUBSCRIPT_311,
            OptionalInt.empty(),
            "",
            new Operand.None(),
            false,
            key.line(),
            key.position());
    return new Unit(List.of(), subscript, SUBSCRIPT_311_SIZE);
  }
}
