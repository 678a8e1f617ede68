package io.suturescope.app.store;

import static io.suturescope.app.store.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.triage.DismissalCondition;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.model.triage.TriageState;
import io.suturescope.model.triage.TriageStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageStoreTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("w.db");
  }

  private static Incident crash(int minute, String function) {
    return Incidents.at(
        String.format(java.util.Locale.ROOT, "2026-05-26T10:%02d:00Z", minute), function, "'x'");
  }

  private static List<Incident> crashes(int total, int other) {
    List<Incident> all = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      all.add(crash(i, "total"));
    }
    for (int i = 0; i < other; i++) {
      all.add(crash(i, "other"));
    }
    return all;
  }

  private static Subject.Group group(String function) {
    return new Subject.Group("aaaabbbbccccdddd", "shop.cart", function, "key_guard", "KeyError");
  }

  private static TriageChange dismiss(String function, DismissalCondition condition) {
    return new TriageChange.Dismiss(
        List.of(new TriageChange.Dismissing(group(function), condition)), "known noise");
  }

  private static TriageChange owner(String name) {
    return new TriageChange.Owner(List.of(group("total")), name);
  }

  private static long count(IncidentStore store, String text) {
    return store.reading().counts(query(text)).total();
  }

  @Test
  void aDismissedGroupIsFoundAndLeftOutByItsQuery() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      assertThat(count(store, "is:dismissed")).isZero();
      store.triage().apply(dismiss("total", new DismissalCondition.ForEver()));
      assertThat(count(store, "is:dismissed")).isEqualTo(5);
      assertThat(count(store, "-is:dismissed")).isEqualTo(2);
      assertThat(count(store, "")).isEqualTo(7);
      assertThat(store.reading().groupIds(query("-is:dismissed"), GroupOrder.CRASHES)).hasSize(1);
      assertThat(store.reading().groupIds(query("is:dismissed,new"), GroupOrder.CRASHES))
          .hasSize(2);
    }
  }

  @Test
  void aDismissalUntilMoreEndsWithTheImportThatBringsThem() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      store.triage().apply(dismiss("total", new DismissalCondition.UntilMore(3, 5)));
      Workshop.add(store, "/p", "a.jsonl", crashes(7, 2));
      assertThat(count(store, "is:dismissed")).isEqualTo(7);
      Workshop.add(store, "/p", "a.jsonl", crashes(9, 2));
      assertThat(count(store, "is:dismissed")).isZero();
      Triage.Inventoried only = store.triage().inventory().getFirst();
      assertThat(only.standing()).isEqualTo(Triage.Standing.ENDED);
      assertThat(only.over()).isEqualTo("4 more crashes came");
      assertThat(only.crashes()).isEqualTo(9);
    }
  }

  @Test
  void aDismissalUntilAMomentFollowsTheClock() {
    Instant end = Incidents.NOW.plus(Duration.ofHours(1));
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      store.triage().apply(dismiss("total", new DismissalCondition.Until(end)));
      assertThat(count(store, "is:dismissed")).isEqualTo(5);
    }
    Clock later = Clock.fixed(end, ZoneOffset.UTC);
    try (IncidentStore store = ((Opening.Ready) IncidentStore.open(file(), later)).store()) {
      assertThat(count(store, "is:dismissed")).isZero();
    }
  }

  @Test
  void aDismissalOfWhatIsNoLongerThereIsDead() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      store.triage().apply(dismiss("total", new DismissalCondition.ForEver()));
      store.triage().apply(dismiss("nobody", new DismissalCondition.ForEver()));
      assertThat(store.triage().inventory())
          .extracting(Triage.Inventoried::standing)
          .containsExactly(Triage.Standing.DEAD, Triage.Standing.ACTIVE);
    }
  }

  @Test
  void aHundredAndFiftyStepsAreUndoneAndDoneAgainAfterARestart() {
    try (IncidentStore store = Workshop.open(file())) {
      for (int i = 1; i <= 150; i++) {
        store.triage().apply(owner("owner " + i));
      }
    }
    try (IncidentStore store = Workshop.open(file())) {
      Triage triage = store.triage();
      for (int i = 150; i >= 1; i--) {
        assertThat(triage.state().owners()).containsValue("owner " + i);
        assertThat(triage.undo()).map(TriageStep::undone).contains(true);
      }
      assertThat(triage.state()).isEqualTo(TriageState.EMPTY);
      assertThat(triage.undo()).isEmpty();
    }
    try (IncidentStore store = Workshop.open(file())) {
      Triage triage = store.triage();
      for (int i = 1; i <= 150; i++) {
        assertThat(triage.redo().orElseThrow().change()).isEqualTo(owner("owner " + i));
      }
      assertThat(triage.redo()).isEmpty();
      assertThat(triage.stack()).hasSize(150);
    }
  }

  @Test
  void aNewChangeAfterAnUndoDropsWhatCouldBeDoneAgain() {
    try (IncidentStore store = Workshop.open(file())) {
      Triage triage = store.triage();
      triage.apply(owner("mia"));
      triage.apply(owner("leo"));
      triage.undo();
      assertThat(triage.stack()).extracting(TriageStep::undone).containsExactly(true, false);
      triage.apply(owner("ada"));
      assertThat(triage.redo()).isEmpty();
      assertThat(triage.undo().orElseThrow().change()).isEqualTo(owner("ada"));
      assertThat(triage.state().owners()).containsValue("mia");
    }
  }

  @Test
  void everyKindOfChangeIsTheSameAfterARestart() {
    List<Subject> subjects =
        List.of(group("total"), new Subject.Alert("0a1b2c3d4e5f"), group("lone \ud800 half"));
    List<Subject.Group> groups = List.of(group("total"), group("other"));
    List<TriageChange> changes =
        List.of(
            new TriageChange.Dismiss(
                List.of(
                    new TriageChange.Dismissing(
                        subjects.get(0), new DismissalCondition.Until(Incidents.NOW)),
                    new TriageChange.Dismissing(
                        subjects.get(1), new DismissalCondition.UntilMore(3, 9)),
                    new TriageChange.Dismissing(
                        subjects.get(2), new DismissalCondition.UntilCodeHash("ab"))),
                "because \ud800"),
            new TriageChange.EndDismissal(subjects),
            new TriageChange.Note(subjects, "# why\n\n- one"),
            new TriageChange.Owner(subjects, "mia"),
            new TriageChange.Reviewed(subjects, true),
            new TriageChange.Reviewed(subjects, false),
            new TriageChange.Merge(groups),
            new TriageChange.Split(groups));
    TriageState before;
    try (IncidentStore store = Workshop.open(file())) {
      changes.forEach(store.triage()::apply);
      before = store.triage().state();
    }
    try (IncidentStore store = Workshop.open(file())) {
      assertThat(store.triage().stack().reversed())
          .extracting(TriageStep::change)
          .containsExactlyElementsOf(changes);
      assertThat(store.triage().state()).isEqualTo(before);
    }
  }

  @Test
  void aDecisionDoesNotWaitForARunningImport() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      try (ImportSession running = store.importSession(Workshop.source("/q"))) {
        Workshop.write(running, "b.jsonl", Mode.REPLACE, crashes(20, 20));
        store.triage().apply(dismiss("total", new DismissalCondition.ForEver()));
        assertThat(count(store, "is:dismissed")).isEqualTo(5);
      }
      assertThat(count(store, "is:dismissed")).isEqualTo(5);
    }
  }

  @Test
  void anotherOpenWorkspaceSeesTheDecisionAndCanUndoIt() {
    try (IncidentStore one = Workshop.open(file());
        IncidentStore two = Workshop.open(file())) {
      Workshop.add(one, "/p", "a.jsonl", crashes(5, 2));
      one.triage().apply(dismiss("total", new DismissalCondition.ForEver()));
      assertThat(count(two, "is:dismissed")).isEqualTo(5);
      assertThat(two.triage().undo()).isPresent();
      assertThat(count(one, "is:dismissed")).isZero();
      assertThat(one.triage().redo()).isPresent();
    }
  }

  @Test
  void decisionsOutliveAnotherImportOfTheSameSource() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      store.triage().apply(dismiss("total", new DismissalCondition.ForEver()));
      Workshop.add(store, "/p", "a.jsonl", List.of());
      assertThat(store.triage().inventory().getFirst().crashes()).isEqualTo(5);
      Workshop.add(store, "/p2", "a.jsonl", crashes(6, 2));
      assertThat(count(store, "is:dismissed")).isEqualTo(6);
    }
  }

  @Test
  void aWorkspaceWithoutDecisionsHasNoFileForThem() throws IOException {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(1, 1));
      assertThat(store.triage().state()).isEqualTo(TriageState.EMPTY);
      assertThat(count(store, "is:dismissed")).isZero();
      assertThat(store.triage().inventory()).isEmpty();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith("-triage"));
    }
  }

  @Test
  void mergedGroupsStandTogetherAndApartAgainAsBefore() {
    List<Incident> lines = new ArrayList<>(crashes(5, 2));
    lines.addAll(Incidents.random(300, 7));
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", lines);
      Reading reading = store.reading();
      String before = shape(reading.groupIndex(IncidentQuery.ALL, GroupOrder.CRASHES));
      long[] ids = reading.groupIds(IncidentQuery.ALL, GroupOrder.CRASHES);
      List<Subject.Group> three =
          List.copyOf(reading.subjects(new long[] {ids[1], ids[5], ids[9]}).values());
      store.triage().apply(new TriageChange.Merge(three));
      GroupIndex merged = reading.groupIndex(IncidentQuery.ALL, GroupOrder.CRASHES);
      assertThat(cluster(merged, ids[1])).containsExactlyInAnyOrder(ids[1], ids[5], ids[9]);
      assertThat(merged.groups()).isEqualTo(ids.length);
      store.triage().apply(new TriageChange.Split(three));
      assertThat(shape(reading.groupIndex(IncidentQuery.ALL, GroupOrder.CRASHES)))
          .isEqualTo(before);
      store.triage().undo();
      assertThat(cluster(reading.groupIndex(IncidentQuery.ALL, GroupOrder.CRASHES), ids[9]))
          .hasSize(3);
    }
  }

  private static List<Long> cluster(GroupIndex index, long group) {
    for (int cluster = 0; cluster < index.clusters(); cluster++) {
      List<Long> members = new ArrayList<>();
      for (int i = index.clusterStart(cluster); i < index.clusterStart(cluster + 1); i++) {
        members.add(index.group(i));
      }
      if (members.contains(group)) {
        return members;
      }
    }
    return List.of();
  }

  private static String shape(GroupIndex index) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < index.groups(); i++) {
      shape.append(index.group(i)).append(' ');
    }
    for (int i = 0; i <= index.clusters(); i++) {
      shape.append(index.clusterStart(i)).append(' ');
    }
    return shape.toString();
  }

  @Test
  void subjectsAndFactsAreOfTheRowsThatAreThere() {
    try (IncidentStore store = Workshop.open(file())) {
      Workshop.add(store, "/p", "a.jsonl", crashes(5, 2));
      Reading reading = store.reading();
      long[] ids = reading.groupIds(IncidentQuery.ALL, GroupOrder.CRASHES);
      assertThat(reading.subjects(new long[] {99, ids[1], ids[0]}).values())
          .containsExactly(group("other"), group("total"));
      assertThat(reading.facts(List.of(group("total"), group("nobody"))))
          .containsOnlyKeys(group("total"));
      assertThat(Optional.ofNullable(reading.facts(List.of(group("total"))).get(group("total"))))
          .map(facts -> facts.crashes())
          .contains(5L);
    }
  }
}
