package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function from which guards are taken, round by round, until none is left: guards that were
/// stacked later may lie inside earlier ones.
///
/// @param guards with the code that they were found in
/// @param rest the function without them; empty when one cannot be taken out
record Peeling(List<Placed> guards, Optional<CodeListing> rest) {
  // A patch that failed again and again stacks one guard a crash.
  private static final int DEEPEST = 1_000;

  /// A guard and the units that its indexes count.
  record Placed(FoundGuard guard, List<Unit> units) {}

  static Peeling of(CodeListing patched) {
    List<Placed> placed = new ArrayList<>();
    CodeListing listing = patched;
    for (int round = 0; round < DEEPEST; round++) {
      List<Unit> units = listing.cut().isEmpty() ? Unit.of(listing) : List.of();
      List<FoundGuard> guards = GuardScan.guards(listing, units);
      if (guards.isEmpty()) {
        return new Peeling(placed, units.isEmpty() ? Optional.empty() : Optional.of(listing));
      }
      guards.forEach(guard -> placed.add(new Placed(guard, units)));
      Optional<CodeListing> next = without(listing, units, guards);
      if (next.isEmpty()) {
        return new Peeling(placed, next);
      }
      listing = next.get();
    }
    return new Peeling(placed, Optional.empty());
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

  List<GuardShape> shapes() {
    return guards.stream().map(placed -> placed.guard().shape()).toList();
  }
}
