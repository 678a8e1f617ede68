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
import io.suturescope.model.timeline.BucketSteps;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/// What any store must do, said with its verbs only. A subclass says where the store is kept.
abstract class IncidentStoreVerbs {

  private static final Incident CRASH = Incidents.at("2026-05-20T10:00:00Z", "total", "'price'");
  private static final Incident LATER = Incidents.at("2026-05-20T12:00:00Z", "total", "'price'");

  private IncidentStore store;

  /// Opens the store of this name, empty the first time. Nothing else writes to it.
  abstract IncidentStore open(String name, ZoneId zone);

  private IncidentStore open(String name) {
    return open(name, ZoneOffset.UTC);
  }

  @BeforeEach
  void open() {
    store = open("w");
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
      try (IncidentStore fresh = open("order" + order)) {
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

  /// The index by group is made at the end of a first import: nothing may count on it before.
  @Test
  void everyQuestionIsAnsweredWhileAFirstImportRuns() {
    try (ImportSession session = store.importSession(Workshop.source("/p"))) {
      Workshop.write(session, "a.jsonl", Mode.REPLACE, Incidents.random(5_000, 5));
      Reading running = store.reading(session);
      assertThat(running.counts(IncidentQuery.ALL).total()).isPositive();
      for (String query : List.of("", "fn:total", "module:shop*", "is:copy", "is:new", "boom")) {
        IncidentQuery asked = Workshop.query(query);
        running.counts(asked);
        running.extent(asked);
        running.patches(asked);
        running.groupCounts(asked);
        running.page(asked, OptionalLong.empty(), RowOrder.NEWEST_FIRST, Optional.empty(), 10);
        running.forEachIncident(asked, RowOrder.OLDEST_FIRST, _ -> {});
        long[] groups = running.groupIds(asked, GroupOrder.LAST_SEEN);
        running.groups(groups, asked, running.extent(asked), 10);
        for (long group : groups) {
          running.patchOf(group);
          running.rowIds(asked, OptionalLong.of(group), RowOrder.NEWEST_FIRST, 10);
        }
      }
    }
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
    store = open("w");
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

  @Test
  void bucketsOfMillisecondsHoldWhatHappenedInThem() {
    List<Incident> lines = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String time = "2026-05-20T10:00:00.%03d500Z".formatted(i * 11);
      lines.add(Incidents.at(time, "total", "'" + i + "'"));
    }
    Workshop.add(store, "/p", "a.jsonl", lines);
    TimeRange extent = store.reading().extent(IncidentQuery.ALL).orElseThrow();
    assertThat(extent.end()).isEqualTo("2026-05-20T10:00:00.979501Z");
    TimeRange whole = BucketSteps.covered(extent, 140, ZoneOffset.UTC);
    List<Instant> starts = BucketSteps.starts(extent, 140, ZoneOffset.UTC);
    assertThat(starts).hasSizeGreaterThan(50);
    for (String query : List.of("", "fn:total", "'1'", "since:2026-05-20T10:00:00.3Z")) {
      SeverityTimeline line = store.reading().timeline(Workshop.query(query), whole, starts);
      for (int b = 0; b < starts.size(); b++) {
        Instant until = b + 1 < starts.size() ? starts.get(b + 1) : whole.end();
        TimeRange bucket = new TimeRange(starts.get(b), until);
        assertThat(line.buckets().get(b).counts().total())
            .as(query + " " + starts.get(b))
            .isEqualTo(
                all(query).stream().filter(i -> bucket.contains(time(i).orElseThrow())).count());
      }
    }
  }

  private static Optional<Instant> time(StoredIncident incident) {
    return incident.incident().time();
  }

  @Test
  void anIncidentIsFoundByItsIdBeforeAndAfterTidyingUp() {
    List<Incident> lines = Incidents.random(300, 9);
    Workshop.add(store, "/p", "a.jsonl", lines);
    for (int round = 0; round < 2; round++) {
      for (Incident line : List.of(lines.getFirst(), lines.get(150), lines.getLast())) {
        assertThat(store.reading().incidents(line.id()))
            .extracting(StoredIncident::incident)
            .containsExactly(line);
      }
      assertThat(store.reading().incidents("ffffffffffff")).isEmpty();
      assertThat(store.reading().incidents("no id at all")).isEmpty();
      store.sweep();
    }
  }

  @Test
  void wordsAreFoundAnywhereInMessageFunctionAndStack() {
    Workshop.add(
        store,
        "/p",
        "a.jsonl",
        List.of(
            Incidents.at("2026-05-20T10:00:00Z", "autosave", "'NoneType' object has no 100%"),
            Incidents.at("2026-05-20T11:00:00Z", "Größe", "list index out of range")));
    for (String found :
        List.of("Type", "nonetype", "save", "\"object has\"", "obj*100%", "AVE", "return")) {
      assertThat(all(found)).as(found).isNotEmpty();
    }
    assertThat(all("GRÖSS")).isEmpty();
    assertThat(all("GRÖß")).hasSize(1);
    assertThat(all("\"x[1]\"")).hasSize(2);
    assertThat(all("object_has")).isEmpty();
    assertThat(all("100*object")).isEmpty();
    assertThat(all("-save")).hasSize(1);
    assertThat(all("save,range")).hasSize(2);
  }
}
