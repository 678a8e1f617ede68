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
  // Instructions looked at in all rounds: code that was made to hurt gets no more.
  private static final long MOST = 2_000_000;

  /// A guard and the units that its indexes count.
  record Placed(FoundGuard guard, List<Unit> units) {}

  static Peeling of(CodeListing patched) {
    List<Placed> placed = new ArrayList<>();
    CodeListing listing = patched;
    long seen = 0;
    while (seen < MOST) {
      List<Unit> units = listing.cut().isEmpty() ? Unit.of(listing) : List.of();
      seen += Math.max(units.size(), 1);
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
