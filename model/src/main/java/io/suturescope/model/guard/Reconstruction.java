package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function as it was before CodeSuture patched it, made by taking its guards out.
///
/// The constants, names and variables that only the guards use are gone from its code object as
/// well; the code object's own bytes are empty, since they would be the patched ones. What cannot
/// be told: the order of constants and names in the original, constants that nothing used, the
/// stack size, and the exact place in the source of an expression that was replaced. Nested code
/// objects are the same on both sides.
///
/// @param original the listing without guards
/// @param shapes of the guards that were taken out, in the order of the code; empty for a division
///   guard that found nothing to guard
public record Reconstruction(CodeListing original, List<GuardShape> shapes) {

  public Reconstruction {
    shapes = List.copyOf(shapes);
  }

  /// Takes out all guards, stacked ones included. Offered only when each was recognised exactly and
  /// one of them fits the recorded guard type.
  ///
  /// @param guardType as recorded; for an empty or unknown one any guard will do
  public static Optional<Reconstruction> of(CodeListing patched, String guardType) {
    List<Unit> units = patched.cut().isEmpty() ? Unit.of(patched) : List.of();
    if (units.isEmpty()) {
      return Optional.empty();
    }
    List<FoundGuard> guards = GuardScan.guards(patched, units);
    List<GuardShape> shapes = guards.stream().map(FoundGuard::shape).toList();
    if (!fits(guardType, shapes, units)) {
      return Optional.empty();
    }
    List<List<Unit>> originals = new ArrayList<>();
    for (FoundGuard guard : guards) {
      guard.replaced(units, patched.code().localsplusnames()).ifPresent(originals::add);
    }
    if (originals.size() < guards.size() || leftovers(units, guards)) {
      return Optional.empty();
    }
    return Rebuild.without(patched, units, guards, originals)
        .map(original -> new Reconstruction(original, shapes));
  }

  private static boolean fits(String guardType, List<GuardShape> shapes, List<Unit> units) {
    if (GuardShape.knows(guardType)) {
      return shapes.stream().anyMatch(shape -> shape.belongsTo(guardType))
          || shapes.isEmpty() && guardType.equals("division_guard") && Divisions.unguarded(units);
    }
    return !shapes.isEmpty() && !guardType.equals("autonomous_rule");
  }

  // Variables of CodeSuture outside a guard: one that is not as we know it.
  private static boolean leftovers(List<Unit> units, List<FoundGuard> guards) {
    Set<String> own = Set.of("_codesuture_key", "_codesuture_cont", "_lp_chain");
    int guard = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      while (guard < guards.size() && guards.get(guard).to() <= unit) {
        guard++;
      }
      boolean inside = guard < guards.size() && guards.get(guard).from() <= unit;
      if (!inside && own.contains(units.get(unit).instruction().argrepr())) {
        return true;
      }
    }
    return false;
  }
}
