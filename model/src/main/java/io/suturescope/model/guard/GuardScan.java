package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds the guards in a function.
///
/// A compiler may write the instructions of some guards too. What tells them apart: a guard has no
/// place in the source, so its instructions carry the place of the instruction before them, all of
/// them, while a statement that somebody wrote begins on a line of its own. And nothing outside
/// jumps into a guard.
final class GuardScan {
  private static final Set<String> STARTS =
      Set.of("LOAD_FAST", "LOAD_GLOBAL", "STORE_FAST", "COPY");

  private final List<Unit> units;
  private final Map<Integer, Integer> places = new HashMap<>();

  private GuardScan(List<Unit> units) {
    this.units = units;
    for (int unit = 0; unit < units.size(); unit++) {
      places.put(units.get(unit).start(), unit);
    }
  }

  /// All guards, in the order of the code.
  static List<FoundGuard> guards(CodeListing listing, List<Unit> units) {
    GuardScan scan = new GuardScan(units);
    List<FoundGuard> found = new ArrayList<>();
    int unit = 0;
    while (unit < units.size()) {
      Optional<FoundGuard> guard = scan.at(unit);
      guard.ifPresent(found::add);
      unit = guard.map(FoundGuard::to).orElse(unit + 1);
    }
    return scan.closed(found, listing.exceptionTable());
  }

  private Optional<FoundGuard> at(int at) {
    if (!STARTS.contains(units.get(at).opname())) {
      return Optional.empty();
    }
    for (ShapePatterns.Entry entry : ShapePatterns.ALL) {
      Optional<Pattern.Found> found = entry.pattern().at(units, at);
      if (found.isPresent() && placeless(at, found.get().end())) {
        int end = found.get().end();
        return Optional.of(
            new FoundGuard(entry.shape(), at, end, entry.length(), found.get().match()));
      }
    }
    return Optional.empty();
  }

  private boolean placeless(int from, int to) {
    var place = units.get(Math.max(from - 1, 0)).instruction().position();
    return units.subList(from, to).stream()
        .allMatch(unit -> unit.instruction().position().equals(place));
  }

  /// Those that are entered at their start only.
  private List<FoundGuard> closed(List<FoundGuard> guards, List<ExceptionEntry> handlers) {
    int[] owners = new int[units.size()];
    for (int guard = 0; guard < guards.size(); guard++) {
      // The start belongs to nobody: it may be jumped to.
      Arrays.fill(owners, guards.get(guard).from() + 1, guards.get(guard).to(), guard + 1);
    }
    boolean[] open = new boolean[guards.size() + 1];
    for (int unit = 0; unit < units.size(); unit++) {
      OptionalInt target = units.get(unit).target();
      if (target.isPresent() && owner(owners, target.getAsInt()) != owners[unit]) {
        open[owner(owners, target.getAsInt())] = true;
      }
    }
    for (ExceptionEntry entry : handlers) {
      open[owner(owners, entry.start())] = true;
      open[owner(owners, entry.end())] = true;
      open[owner(owners, entry.target())] = true;
    }
    List<FoundGuard> closed = new ArrayList<>();
    for (int guard = 0; guard < guards.size(); guard++) {
      if (!open[guard + 1]) {
        closed.add(guards.get(guard));
      }
    }
    return List.copyOf(closed);
  }

  private int owner(int[] owners, int offset) {
    int unit = places.getOrDefault(offset, -1);
    return unit < 0 ? 0 : owners[unit];
  }
}
