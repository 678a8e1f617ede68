package io.suturescope.model.guard;

import java.util.List;
import java.util.Set;

/// The divisions of a function. CodeSuture guards `/` alone, although it takes the others for
/// guarded too (codesuture.md 15.4).
final class Divisions {
  private static final Set<String> OTHERS = Set.of("//", "%", "/=", "//=", "%=");

  private Divisions() {}

  /// The operators that a division guard leaves alone, each once, in the order of the code.
  static List<String> leftAlone(List<Unit> units) {
    return units.stream()
        .filter(unit -> unit.is("BINARY_OP"))
        .map(unit -> unit.instruction().argrepr())
        .filter(OTHERS::contains)
        .distinct()
        .toList();
  }

  /// What a guard does that found nothing to guard.
  static Words sentence(Facts facts) {
    return Words.of("Nothing changes for callers: ", facts.function(), " divides with ")
        .list(leftAlone(facts.rest()), "and")
        .then(", which the guard does not cover, and still fails when the divisor is 0.");
  }

  /// True when there is nothing that a division guard would change.
  static boolean unguarded(List<Unit> units) {
    return units.stream()
            .noneMatch(unit -> unit.is("BINARY_OP") && unit.instruction().argrepr().equals("/"))
        && !leftAlone(units).isEmpty();
  }
}
