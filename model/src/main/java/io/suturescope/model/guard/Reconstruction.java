package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function as it was before CodeSuture patched it, made by taking its guards out.
///
/// The constants, names and variables that only the guards use are gone from its code object as
/// well; its raw tables of lines and handlers are empty, since they would be the patched ones. What
/// cannot be told: the order of constants and names in the original, constants that nothing used,
/// the stack size, and the exact place in the source of an expression that was replaced. Nested
/// code objects are the same on both sides.
///
/// @param original the listing without guards
/// @param shapes of the guards that were taken out, inner ones first, else in the order of the
///   code; empty for a division guard that found nothing to guard
public record Reconstruction(CodeListing original, List<GuardShape> shapes) {
  // A patch that failed again and again stacks one guard a crash.
  private static final int DEEPEST = 1_000;

  public Reconstruction {
    shapes = List.copyOf(shapes);
  }

  /// Takes out all guards, stacked and nested ones included. Offered only when each was recognised
  /// exactly, nothing is left that a compiler would not write, and one of them fits the recorded
  /// guard type.
  ///
  /// @param guardType as recorded; for an empty or unknown one any guard will do
  public static Optional<Reconstruction> of(CodeListing patched, String guardType) {
    List<GuardShape> shapes = new ArrayList<>();
    CodeListing listing = patched;
    for (int round = 0; round < DEEPEST; round++) {
      List<Unit> units = listing.cut().isEmpty() ? Unit.of(listing) : List.of();
      List<FoundGuard> guards = GuardScan.guards(listing, units);
      if (guards.isEmpty()) {
        return fits(guardType, shapes, units) && !Leftovers.in(units)
            ? Optional.of(new Reconstruction(listing, shapes))
            : Optional.empty();
      }
      guards.forEach(guard -> shapes.add(guard.shape()));
      Optional<CodeListing> next = without(listing, units, guards);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      listing = next.get();
    }
    return Optional.empty();
  }

  private static Optional<CodeListing> without(
      CodeListing listing, List<Unit> units, List<FoundGuard> guards) {
    List<List<Unit>> originals = new ArrayList<>();
    for (FoundGuard guard : guards) {
      guard.replaced(units, listing.code().localsplusnames()).ifPresent(originals::add);
    }
    return originals.size() < guards.size()
        ? Optional.empty()
        : Rebuild.without(listing, units, guards, originals);
  }

  private static boolean fits(String guardType, List<GuardShape> shapes, List<Unit> units) {
    if (GuardShape.knows(guardType)) {
      return shapes.stream().anyMatch(shape -> shape.belongsTo(guardType))
          || (shapes.isEmpty() && guardType.equals("division_guard") && Divisions.unguarded(units));
    }
    return !shapes.isEmpty() && !guardType.equals("autonomous_rule");
  }
}
