package io.suturescope.model.guard;

import io.suturescope.model.bytecode.PyRepr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Guards of a function that one sentence can speak of: the same test with the same default.
record GuardGroup(GuardShape shape, List<Peeling.Placed> places) {
  private static final int LONGEST = 80;

  GuardGroup {
    places = List.copyOf(places);
  }

  /// All groups, in the order of the code.
  static List<GuardGroup> of(Peeling peeling) {
    Map<String, List<Peeling.Placed>> groups = new LinkedHashMap<>();
    for (Peeling.Placed placed : peeling.guards()) {
      groups.computeIfAbsent(key(placed.guard()), _ -> new ArrayList<>()).add(placed);
    }
    return groups.values().stream()
        .map(places -> new GuardGroup(places.getFirst().guard().shape(), places))
        .toList();
  }

  private static String key(FoundGuard guard) {
    String key = guard.shape() + " " + guard.defaultText();
    return switch (guard.shape()) {
      case SUBSCRIPT, DIVISOR, CHAIN, RETURN -> key;
      default -> key + guard.subjects() + guard.attributes();
    };
  }

  FoundGuard first() {
    return places.getFirst().guard();
  }

  /// The default as Python writes it; empty for shapes without one.
  String defaultText() {
    return first().defaultText();
  }

  /// The expressions that are guarded, each once; empty when one of them cannot be read back.
  List<String> expressions() {
    List<String> expressions = new ArrayList<>();
    for (Peeling.Placed placed : places) {
      Optional<String> expression = expression(placed);
      if (expression.isEmpty()) {
        return List.of();
      }
      expressions.add(expression.get());
    }
    return expressions.stream().distinct().toList();
  }

  private static Optional<String> expression(Peeling.Placed placed) {
    List<Unit> units = placed.units();
    int at = placed.guard().from();
    return switch (placed.guard().shape()) {
      case SUBSCRIPT -> Expression.subscript(units, at);
      case DIVISOR -> Expression.before(units, at);
      case CHAIN ->
          Expression.before(units, at)
              .map(root -> {
                StringBuilder text = new StringBuilder(root);
                placed
                    .guard()
                    .keys()
                    .forEach(
                        key -> text.append('[').append(PyRepr.of(key, LONGEST, 12)).append(']'));
                return text.toString();
              });
      default -> Optional.empty();
    };
  }
}
