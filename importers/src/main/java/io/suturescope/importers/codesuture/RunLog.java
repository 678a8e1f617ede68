package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text that `codesuture run` printed: the only place where unnecessary and divergent verdicts
/// are written down (codesuture.md 9 and 14).
///
/// A function that returns often prints a verdict each time: equal ones in a row become one, with a
/// count, at the line of the first.
final class RunLog {

  /// Bytes of a line that are read; real lines with verdicts are far shorter.
  static final int LINE_LIMIT = 64 << 10;

  /// Lines that the values of one verdict may go over.
  static final int CONTINUED_LINES = 40;

  static final int VERDICT_LIMIT = 100_000;
  private static final int PROBLEM_LIMIT = 200;
  private static final int OPEN_LIMIT = 10_000;

  private final ProjectReading reading;
  private final SourceFile file;
  private final List<Run> runs = new ArrayList<>();
  private final Map<String, Run> newestOfFunction = new HashMap<>();
  private final Map<String, Begun> open = new LinkedHashMap<>();
  private long problems;
  private long uncounted;

  RunLog(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  /// A stretch of the bytes without its line end.
  private record Span(long line, int from, int to, int next) {}

  /// A comparison that has printed no verdict so far.
  private record Begun(String file, String function, Place place) {}

  /// Equal verdicts of one function in a row.
  private static final class Run {
    final Verdict first;
    final Place place;
    long count = 1;

    Run(Verdict first, Place place) {
      this.first = first;
      this.place = place;
    }
  }

  void read(byte[] bytes) {
    Optional<Span> span = next(bytes, 1, Utf8.afterBom(bytes, 0, bytes.length));
    while (span.isPresent()) {
      span = next(bytes, line(bytes, span.get()));
    }
    open.values().forEach(this::silent);
    runs.sort(Comparator.comparingLong(run -> run.place.line()));
    for (Run run : runs) {
      reading.sink().verdict(run.first.counted(run.count), run.place);
    }
    if (uncounted > 0) {
      problem(0, uncounted + " verdicts after the first " + VERDICT_LIMIT + " are not kept", "");
    }
    if (problems > PROBLEM_LIMIT) {
      reading.warning(
          file, (problems - PROBLEM_LIMIT) + " more odd lines of this text are not listed", "");
    }
  }

  private static Optional<Span> next(byte[] bytes, Span before) {
    return next(bytes, before.line() + 1, before.next());
  }

  private static Optional<Span> next(byte[] bytes, long line, int from) {
    if (from >= bytes.length) {
      return Optional.empty();
    }
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Optional.of(new Span(line, from, end, end + (pair ? 2 : 1)));
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, Math.min(to - from, LINE_LIMIT), StandardCharsets.UTF_8);
  }

  /// @return the last span that belongs to the line
  private Span line(byte[] bytes, Span span) {
    if (span.to() - span.from() > LINE_LIMIT) {
      String head = text(bytes, span.from(), span.from() + 200);
      if (RunLogLine.isMarked(head)) {
        problem(span.line(), "a line of the run is longer than " + LINE_LIMIT + " bytes", head);
      }
      return span;
    }
    String text = text(bytes, span.from(), span.to());
    // Nearly all lines of a text are the program's own.
    if (!text.contains(RunLogLine.MARK)) {
      return span;
    }
    return switch (RunLogLine.of(text)) {
      case RunLogLine.Foreign _, RunLogLine.Other _ -> span;
      case RunLogLine.Begins(String named, String function) -> {
        begins(new Begun(named, function, place(span, span)));
        yield span;
      }
      case RunLogLine.Says(Verdict verdict) -> {
        says(verdict, place(span, span), text);
        yield span;
      }
      case RunLogLine.Odd(String reason) -> {
        problem(span.line(), reason, text);
        yield span;
      }
      case RunLogLine.Unfinished _ -> continued(bytes, span, text);
    };
  }

  /// A value with line ends of its own: reads on until the words that end a verdict.
  private Span continued(byte[] bytes, Span first, String text) {
    Span last = first;
    for (int lines = 0; lines < CONTINUED_LINES; lines++) {
      Optional<Span> next = next(bytes, last);
      if (next.isEmpty() || next.get().to() - first.from() > LINE_LIMIT) {
        break;
      }
      String more = text(bytes, next.get().from(), next.get().to());
      if (RunLogLine.isMarked(more)) {
        break;
      }
      last = next.get();
      if (more.contains(RunLogLine.END)
          && RunLogLine.of(text(bytes, first.from(), last.to()))
              instanceof RunLogLine.Says(Verdict verdict)) {
        says(verdict, place(first, last), text);
        return last;
      }
    }
    problem(first.line(), "a divergent verdict without its end", text);
    return first;
  }

  private Place place(Span first, Span last) {
    return new Place(file.name(), first.line(), first.from(), last.to() - first.from());
  }

  private void begins(Begun begun) {
    if (open.size() < OPEN_LIMIT) {
      Begun before = open.put(begun.function(), begun);
      if (before != null) {
        silent(before);
      }
    }
  }

  /// What printed no verdict.
  private void silent(Begun begun) {
    keep(
        Verdict.printed(
            VerdictKind.NOT_RUN, begun.function(), Optional.of(begun.file()), Optional.empty()),
        begun.place());
  }

  private void says(Verdict verdict, Place place, String text) {
    Begun begun = open.remove(verdict.function());
    Verdict named = verdict;
    if (begun != null && verdict.file().isEmpty()) {
      named =
          Verdict.printed(
                  verdict.kind(), verdict.function(), Optional.of(begun.file()), verdict.returned())
              .at(verdict.time());
    }
    if (text.indexOf('\uFFFD') >= 0) {
      problem(place.line(), "kept, but not UTF-8: bad bytes are replaced", text);
    }
    keep(named, place);
  }

  private void keep(Verdict verdict, Place place) {
    Run newest = newestOfFunction.get(verdict.function());
    // One with a time stands for itself.
    if (newest != null && newest.first.says(verdict) && verdict.time().isEmpty()) {
      newest.count++;
    } else if (runs.size() < VERDICT_LIMIT) {
      Run run = new Run(verdict, place);
      runs.add(run);
      newestOfFunction.put(verdict.function(), run);
    } else {
      uncounted++;
    }
  }

  private void problem(long line, String reason, String excerpt) {
    if (++problems <= PROBLEM_LIMIT) {
      reading.sink().problem(ImportProblem.warning(file.name(), line, reason, excerpt));
    }
  }
}
