package io.suturescope.app.screens;

import io.suturescope.app.imports.OpenedSource;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.importers.codesuture.RewindPlayback;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindComparison;
import io.suturescope.model.rewind.RewindStep;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.rewind.RewindState;
import io.suturescope.views.rewind.RewindState.Compared;
import io.suturescope.views.rewind.RewindState.FirstSeen;
import io.suturescope.views.rewind.RewindState.Recorded;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the rewinds of a patch's function again from their source, masked, newest first.
///
/// Not for the UI thread. A rewind names its function without the module; the step that crashed
/// tells the module.
final class RewindLoader {

  private static final int LOOKED_AT = 10_000;

  /// Each is compared with each.
  private static final int MOST = 8;

  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

  private final Reading reading;
  private final ZoneId zone;

  RewindLoader(Reading reading, TimeView time) {
    this.reading = reading;
    this.zone = time.zone();
  }

  /// @param withValues false for what the workspace knows by itself: kinds and lengths
  private record Found(RewindTrace trace, boolean withValues) {}

  RewindState load(PatchRow patch) {
    List<Stored<Rewind>> wanted =
        reading.rewinds(LOOKED_AT).stream()
            .filter(stored -> stored.source().id() == patch.source().id())
            .filter(stored -> stored.fact().function().equals(patch.function()))
            .toList();
    if (wanted.isEmpty()) {
      return RewindState.NONE;
    }
    Optional<OpenedSource> opened = OpenedSource.of(patch.source().identity());
    try {
      return state(patch, wanted, opened.map(OpenedSource::tree));
    } finally {
      opened.ifPresent(OpenedSource::close);
    }
  }

  private RewindState state(
      PatchRow patch, List<Stored<Rewind>> wanted, Optional<SourceTree> tree) {
    List<Found> found = new ArrayList<>();
    int looked = 0;
    for (Stored<Rewind> stored : wanted) {
      if (found.size() == MOST) {
        break;
      }
      looked++;
      read(stored, tree).filter(each -> each.trace().mayBeOf(patch.module())).ifPresent(found::add);
    }
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      recorded.add(recorded(found, i));
    }
    return new RewindState(recorded, wanted.size() - looked);
  }

  private Optional<Found> read(Stored<Rewind> stored, Optional<SourceTree> tree) {
    String file = stored.place().file();
    Optional<Rewind> masked =
        tree.filter(source -> source.file(file).isPresent())
            .flatMap(source -> RewindPlayback.masked(source.bytes(stored.place())))
            .filter(rewind -> isStill(rewind, stored.fact()));
    return masked.isPresent()
        ? masked.map(rewind -> new Found(RewindTrace.of(rewind), true))
        : reading
            .rewind(stored.id())
            .map(shapes -> new Found(RewindTrace.of(shapes.fact()), false));
  }

  /// Two crashes of one function within a second get one file name (codesuture.md 11).
  private static boolean isStill(Rewind now, Rewind imported) {
    return now.function().equals(imported.function()) && now.time().equals(imported.time());
  }

  private Recorded recorded(List<Found> found, int index) {
    Found one = found.get(index);
    Rewind rewind = one.trace().rewind();
    List<Compared> compared = new ArrayList<>();
    for (int other = 0; other < found.size(); other++) {
      if (other != index && isComparable(one, found.get(other))) {
        Rewind right = found.get(other).trace().rewind();
        compared.add(new Compared(other, RewindComparison.of(rewind, right)));
      }
    }
    return new Recorded(
        rewind.time().map(at -> TITLE.format(at.atZone(zone))).orElse("unknown time"),
        rewind.exceptionMessage().isEmpty()
            ? rewind.exceptionType()
            : rewind.exceptionType() + ": " + rewind.exceptionMessage(),
        one.trace(),
        one.withValues() ? first(one.trace()) : Optional.empty(),
        one.withValues(),
        compared);
  }

  /// Values and kinds of values would differ everywhere.
  private static boolean isComparable(Found one, Found other) {
    return one.withValues() == other.withValues();
  }

  private static Optional<FirstSeen> first(RewindTrace trace) {
    return trace
        .target()
        .flatMap(name ->
            held(trace, name)
                .flatMap(value ->
                    trace
                        .firstWhere(name, value)
                        .map(origin -> new FirstSeen(name, value, origin))));
  }

  /// What a variable of the crashing call held last. A mask stands for many values.
  private static Optional<String> held(RewindTrace trace, String variable) {
    OptionalInt crash = trace.crash();
    for (int i = crash.orElse(-1); i >= 0; i--) {
      RewindStep step = trace.steps().get(i);
      boolean same = step.frame() == trace.steps().get(crash.getAsInt()).frame();
      Optional<String> value = same ? step.value(variable) : Optional.empty();
      if (value.isPresent()) {
        return value.filter(text -> !text.contains("•••"));
      }
    }
    return Optional.empty();
  }
}
