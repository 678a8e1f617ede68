package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.timeline.SeverityCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever a log goes through, counts are those of a plain list of lines.
class HistoryTest {

  private static final List<Incident> LINES = Incidents.random(60, 21);

  /// What a user may do with a project between two looks at it.
  enum Event {
    APPEND,
    REWRITE,
    IMPORT_AGAIN,
    CANCEL,
    TIDY_UP
  }

  record Step(Event event, int from, int count) {}

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void crashesAreLinesWithoutCopiesAndRepeats(
      @ForAll @Size(min = 1, max = 8) List<Event> events,
      @ForAll @Size(8) List<@IntRange(max = 50) Integer> places)
      throws Exception {
    Path folder = Files.createTempDirectory("history");
    try (IncidentStore store = Workshop.open(folder.resolve("w.db"))) {
      Story story = new Story(store);
      for (int i = 0; i < events.size(); i++) {
        story.go(new Step(events.get(i), places.get(i), 1 + places.get(7 - i) % 20));
        story.look();
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// The store beside the list it must agree with.
  private static final class Story {

    private final IncidentStore store;
    private final List<Incident> log = new ArrayList<>();
    private final Set<Incident> everSeen = new LinkedHashSet<>();
    private Optional<SourceReport> report = Optional.empty();

    Story(IncidentStore store) {
      this.store = store;
    }

    void go(Step step) {
      List<Incident> some =
          LINES.subList(step.from(), Math.min(LINES.size(), step.from() + step.count()));
      switch (step.event()) {
        case APPEND -> {
          log.addAll(some);
          read(Mode.APPEND, some);
        }
        case REWRITE -> {
          log.clear();
          log.addAll(some);
          read(Mode.REPLACE, log);
        }
        case IMPORT_AGAIN -> read(Mode.REPLACE, log);
        case CANCEL -> cancel(some);
        case TIDY_UP -> store.sweep();
      }
    }

    private void read(Mode mode, List<Incident> lines) {
      try (ImportSession session = store.importSession(Workshop.source("/p"))) {
        Workshop.write(session, "a.jsonl", mode, lines);
        report = Optional.of(session.finish());
      }
      everSeen.addAll(lines);
    }

    private void cancel(List<Incident> lines) {
      try (ImportSession session = store.importSession(Workshop.source("/p"))) {
        Workshop.write(session, "a.jsonl", Mode.REPLACE, lines);
        session.cancel();
      }
    }

    void look() {
      List<Incident> crashes = everSeen.stream().filter(i -> !i.shadowVerified()).toList();
      SeverityCounts counts = store.reading().counts(IncidentQuery.ALL);
      for (Severity severity : Severity.values()) {
        assertThat(counts.of(severity))
            .isEqualTo(crashes.stream().filter(i -> i.severity() == severity).count());
      }
      assertThat(
              store
                  .reading()
                  .rowIds(IncidentQuery.ALL, OptionalLong.empty(), RowOrder.NEWEST_FIRST, 1_000))
          .hasSize(crashes.size());
      report.ifPresent(this::compare);
    }

    private void compare(SourceReport read) {
      long copies = log.stream().filter(Incident::shadowVerified).count();
      long different = log.stream().filter(i -> !i.shadowVerified()).distinct().count();
      assertThat(read.incidents().lines()).isEqualTo(log.size());
      assertThat(read.incidents().verificationCopies()).isEqualTo(copies);
      assertThat(read.incidents().crashes())
          .isEqualTo(different)
          .isEqualTo(log.size() - copies - read.incidents().repeats());
    }
  }
}
