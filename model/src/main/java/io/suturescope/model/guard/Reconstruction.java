package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function as it was before CodeSuture patched it, made by taking its guards out.
///
/// The constants, names and variables that only the guards use are gone from its code object as
/// well; its raw tables of lines and handlers are empty, since they would be the patched ones. What
/// cannot be told: the order of constants and names in the original, constants that nothing used,
/// the stack size, the heights in the exception table (CodeSuture's assembler computes some of them
/// anew, and differently), and the exact place in the source of an expression that was replaced.
/// Nested code objects are the same on both sides.
///
/// @param original the listing without guards
/// @param shapes of the guards that were taken out, inner ones first, else in the order of the
///   code; empty for a division guard that found nothing to guard
public record Reconstruction(CodeListing original, List<GuardShape> shapes) {
  public Reconstruction {
    shapes = List.copyOf(shapes);
  }

  /// Takes out all guards, stacked and nested ones included. Offered only when each was recognised
  /// exactly, nothing is left that a compiler would not write, and one of them fits the recorded
  /// guard type.
  ///
  /// @param guardType as recorded; for an empty or unknown one any guard will do
  public static Optional<Reconstruction> of(CodeListing patched, String guardType) {
    Peeling peeling = Peeling.of(patched);
    List<GuardShape> shapes = peeling.shapes();
    return peeling
        .rest()
        .filter(rest -> {
          List<Unit> units = Unit.of(rest);
          return fits(guardType, shapes, units) && !Leftovers.in(units);
        })
        .map(rest -> new Reconstruction(rest, shapes));
  }

  /// The original and the code objects nested in it, which are those of the patched function and
  /// keep their paths.
  public Listing within(Listing patched) {
    List<CodeListing> codes = new ArrayList<>(patched.codes());
    codes.set(0, original);
    return new Listing(patched.python(), codes);
  }

  private static boolean fits(String guardType, List<GuardShape> shapes, List<Unit> units) {
    if (GuardShape.knows(guardType)) {
      return shapes.stream().anyMatch(shape -> shape.belongsTo(guardType))
          || (shapes.isEmpty() && guardType.equals("division_guard") && Divisions.unguarded(units));
    }
    return !shapes.isEmpty() && !guardType.equals("autonomous_rule");
  }
}
