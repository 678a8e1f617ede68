package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.query.IncidentQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What imports do to a workspace, whatever keeps it.
class ImportTest {

  private static final Incident CRASH = Incidents.at("2026-05-20T10:00:00Z", "total", "'price'");
  private static final Incident LATER = Incidents.at("2026-05-20T12:00:00Z", "total", "'price'");

  @TempDir Path folder;
  private IncidentStore store;

  @BeforeEach
  void open() {
    store = Workshop.open(folder.resolve("w.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<StoredIncident> all(String query) {
    List<StoredIncident> found = new ArrayList<>();
    store.reading().forEachIncident(Workshop.query(query), RowOrder.OLDEST_FIRST, found::add);
    return found;
  }

  @Test
  void theSameImportAgainAddsNothing() {
    List<Incident> lines = Incidents.random(200, 3);
    SourceReport first = Workshop.add(store, "/p", "a.jsonl", lines);
    String before = Workshop.dump(store);
    SourceReport second = Workshop.add(store, "/p", "a.jsonl", lines);
    assertThat(Workshop.dump(store)).isEqualTo(before);
    assertThat(second.incidents().fresh()).isZero();
    assertThat(second.incidents().alreadyKnown()).isEqualTo(first.incidents().fresh());
    assertThat(second.lines()).isEqualTo(first.lines());
    assertThat(second.severity()).isEqualTo(first.severity());
    assertThat(first.incidents().crashes()).isEqualTo(first.incidents().fresh());
  }

  @Test
  void aCopyIsFoldedIntoTheLatestEarlierCrashInWhateverOrderLinesCome() {
    List<Incident> lines =
        new ArrayList<>(
            List.of(
                CRASH,
                LATER,
                Incidents.copyOf(CRASH, "2026-05-20T11:00:00Z"),
                Incidents.copyOf(CRASH, "2026-05-20T13:00:00Z"),
                Incidents.copyOf(CRASH, "2026-05-20T14:00:00Z"),
                Incidents.copyOf(CRASH, "2026-05-20T09:00:00Z")));
    for (int order = 0; order < 8; order++) {
      Collections.shuffle(lines, new Random(order));
      try (IncidentStore fresh = Workshop.open(folder.resolve("order" + order + ".db"))) {
        for (int i = 0; i < lines.size(); i++) {
          Workshop.add(fresh, "/p" + i, "a.jsonl", lines.subList(i, i + 1));
        }
        List<StoredIncident> crashes = new ArrayList<>();
        fresh.reading().forEachIncident(IncidentQuery.ALL, RowOrder.OLDEST_FIRST, crashes::add);
        assertThat(crashes)
            .extracting(StoredIncident::verificationCopies)
            .as("order " + order)
            .containsExactly(1L, 2L);
        assertThat(fresh.reading().counts(Workshop.query("is:copy")).total()).isEqualTo(4);
      }
    }
  }

  @Test
  void manyCopiesFoldAsFewDo() {
    List<Incident> lines = new ArrayList<>(List.of(CRASH, LATER));
    for (int i = 0; i < 50; i++) {
      lines.add(Incidents.copyOf(CRASH, "2026-05-20T11:00:%02dZ".formatted(i)));
    }
    lines.add(Incidents.copyOf(CRASH, "2026-05-20T12:00:00Z"));
    SourceReport report = Workshop.add(store, "/p", "a.jsonl", lines);
    assertThat(all("")).extracting(StoredIncident::verificationCopies).containsExactly(50L, 1L);
    assertThat(report.incidents().crashes()).isEqualTo(2);
    assertThat(report.incidents().verificationCopies()).isEqualTo(51);
  }

  @Test
  void linesThatDoNotComeAgainAreKeptAsGone() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, LATER));
    SourceReport report = Workshop.add(store, "/p", "a.jsonl", List.of(LATER));
    assertThat(all("")).extracting(StoredIncident::gone).containsExactly(true, false);
    assertThat(report.incidents().lines()).isEqualTo(1);
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, LATER));
    assertThat(all("")).extracting(StoredIncident::gone).containsExactly(false, false);
  }

  @Test
  void rowsOfAFileThatVanishedAreGoneUnlessAnotherFileHasTheLine() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, LATER));
    Workshop.add(store, "/q", "a.jsonl", List.of(LATER));
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      session.finish();
    }
    assertThat(all("")).extracting(StoredIncident::gone).containsExactly(true, false);
    assertThat(all("").getLast().source().identity().path()).isEqualTo("/q");
  }

  @Test
  void aGrownFileAddsItsNewLinesOnly() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH));
    SourceReport report;
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      assertThat(session.known("a.jsonl")).map(FileMark::lines).contains(1L);
      Workshop.write(session, "a.jsonl", Mode.APPEND, List.of(LATER));
      report = session.finish();
    }
    assertThat(report.incidents()).isEqualTo(new SourceReport.Incidents(2, 2, 0, 0, 1, 1));
    assertThat(all("")).extracting(StoredIncident::gone).containsExactly(false, false);
  }

  @Test
  void aLineKnownFromAnotherSourceIsOneCrashFoundThroughBoth() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH));
    SourceReport report = Workshop.add(store, "/q", "b.jsonl", List.of(CRASH));
    assertThat(report.incidents()).isEqualTo(new SourceReport.Incidents(1, 1, 0, 0, 0, 1));
    assertThat(store.reading().counts(IncidentQuery.ALL).total()).isEqualTo(1);
    assertThat(all("source:/p")).hasSize(1);
    assertThat(all("source:/q")).hasSize(1);
    assertThat(all("-source:/q")).isEmpty();
  }

  @Test
  void theSameLineThreeTimesIsOneCrashWithThreeOccurrences() {
    SourceReport report = Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, CRASH, CRASH));
    assertThat(report.incidents()).isEqualTo(new SourceReport.Incidents(3, 1, 0, 2, 1, 0));
    assertThat(all("")).extracting(StoredIncident::occurrences).containsExactly(3L);
  }

  @Test
  void aRunningImportIsSeenByItsOwnReadingOnly() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH));
    String before = Workshop.dump(store);
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      session.begin("b.jsonl", Mode.REPLACE);
      Workshop.put(session, "b.jsonl", Incidents.random(5_000, 5));
      assertThat(session.progress().visibleCrashes()).isPositive();
      assertThat(Workshop.dump(store)).isEqualTo(before);
      assertThat(store.reading(session).counts(IncidentQuery.ALL).total())
          .isEqualTo(session.progress().visibleCrashes() + 1);
    }
  }

  @Test
  void theSourceOfAFirstImportIsListedWhereItsRowsAreSeen() {
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      Workshop.write(session, "a.jsonl", Mode.REPLACE, Incidents.random(5_000, 5));
      assertThat(store.reading().sources()).isEmpty();
      Reading running = store.reading(session);
      assertThat(running.sources())
          .extracting(SourceRow::lastImport)
          .containsExactly(Optional.empty());
      assertThat(running.counts(Workshop.query("source:/p")))
          .isEqualTo(running.counts(IncidentQuery.ALL));
      session.finish();
    }
    assertThat(store.reading().sources())
        .extracting(SourceRow::lastImport)
        .doesNotContain(Optional.empty());
  }

  @Test
  void aCancelledImportLeavesTheWorkspaceAsItWas() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, LATER));
    String before = Workshop.dump(store);
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      Workshop.write(session, "a.jsonl", Mode.REPLACE, List.of(LATER));
      Workshop.write(session, "b.jsonl", Mode.REPLACE, Incidents.random(4_000, 5));
      session.problem(ImportProblem.problem("a.jsonl", 3, "not JSON", "{"));
      session.cancel();
      assertThatThrownBy(() -> session.progress(1, 2)).isInstanceOf(CancellationException.class);
    }
    assertThat(Workshop.dump(store)).isEqualTo(before);
    store.sweep();
    assertThat(Workshop.dump(store)).isEqualTo(before);
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH, LATER));
    assertThat(Workshop.dump(store)).isEqualTo(before);
  }

  @Test
  void problemsOfAFileAreThoseOfItsLastReading() {
    for (int i = 0; i < 2; i++) {
      try (ImportSession session = store.importSession(Workshop.source("/p"))) {
        session.begin("a.jsonl", Mode.REPLACE);
        session.problem(ImportProblem.problem("a.jsonl", 2, "not JSON", "{"));
        session.end(new FileMark(FileKind.INCIDENT_LOG, 9, 1, 9, 1, 1), new LineCounts(0, 0, 1));
        session.finish();
      }
      assertThat(store.reading().problemCount(OptionalLong.empty())).isEqualTo(1);
    }
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      Workshop.write(session, "a.jsonl", Mode.APPEND, List.of(CRASH));
      SourceReport report = session.finish();
      assertThat(report.problems()).isEmpty();
    }
  }

  @Test
  void settingsOutliveTheProgram() {
    store.putSetting("window", "wide");
    store.close();
    store = Workshop.open(folder.resolve("w.db"));
    assertThat(store.setting("window")).contains("wide");
    assertThat(store.setting("other")).isEmpty();
  }

  @Test
  void newIsWhatCameAfterTheLastVisit() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH));
    assertThat(all("is:new")).hasSize(1);
    store.putSetting(IncidentStore.LAST_VISIT, "2099-01-01T00:00:00Z");
    assertThat(all("is:new")).isEmpty();
  }

  @Test
  void anInterruptedReadingStops() {
    Workshop.add(store, "/p", "a.jsonl", List.of(CRASH));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> store.reading().counts(IncidentQuery.ALL))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
