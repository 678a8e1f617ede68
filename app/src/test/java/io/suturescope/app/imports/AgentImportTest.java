package io.suturescope.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.SourceReport;
import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentImportTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");

  @TempDir Path folder;

  private IncidentStore open() {
    return ((Opening.Ready)
            IncidentStore.open(folder.resolve("w"), Clock.fixed(NOW, ZoneOffset.UTC)))
        .store();
  }

  private static PatchReport patch(String id, String module, String memory, String state) {
    return new PatchReport(
        "p_" + id.repeat(24),
        "e",
        module,
        "save",
        module + ".py",
        3,
        "crash",
        List.of("null_guard"),
        memory,
        1,
        List.of(),
        "",
        List.of(new PatchReport.Row(module + ":save:null_guard", state)),
        false,
        List.of());
  }

  private static Verdict verdict(String module) {
    return new Verdict(
        VerdictKind.JUSTIFIED,
        VerdictSource.AGENT,
        "save",
        Optional.of(module),
        Optional.empty(),
        Optional.empty(),
        Optional.of(NOW),
        3,
        Optional.empty(),
        Optional.of("TypeError"));
  }

  private static String incident(String id, String time) {
    return """
    {"incident_id": "%s", "timestamp": "%s", "module": "a", "function": "save", \
    "guard_type": "null_guard", "exception_type": "TypeError"}\
    """
        .formatted(id, time);
  }

  private static SourceReport told(
      IncidentStore store,
      String agent,
      List<String> incidents,
      List<PatchReport> patches,
      List<Verdict> verdicts) {
    return new AgentImport(store)
        .run(
            new AgentImport.Told(
                new AgentName(agent), "i", NOW.minusSeconds(5), incidents, patches, verdicts));
  }

  private static List<PatchRow> patches(IncidentStore store, String query) {
    IncidentQuery understood = ((QueryParse.Understood) IncidentQuery.parse(query)).query();
    return store.reading().patches(understood);
  }

  @Test
  void aVerdictIsOfThePatchThatThisAgentReports() {
    try (IncidentStore store = open()) {
      List<PatchReport> both =
          List.of(patch("a", "a", "patched", "suggested"), patch("b", "b", "patched", "fixed"));
      told(store, "web-1", List.of(), both, List.of(verdict("a")));
      told(store, "web-2", List.of(), both, List.of());
      assertThat(patches(store, "verdict:justified"))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.module()).isEqualTo("a");
            assertThat(row.source().identity().agent()).contains("web-1");
            assertThat(row.effectiveReason())
                .isEqualTo("Agent web-1 reported it in memory 5 s ago.");
            assertThat(row.recordedState()).isEqualTo("suggested");
            assertThat(row.lifecycle().orElseThrow().transitions()).isEmpty();
          });
      assertThat(patches(store, "agent:web-2")).hasSize(2);
      assertThat(patches(store, "effective:live module:b agent:web-1"))
          .singleElement()
          .satisfies(row -> assertThat(row.effectiveReason()).contains("recorded as fixed"));
    }
  }

  @Test
  void whatTheAgentNoLongerReportsIsNoLongerLive() {
    try (IncidentStore store = open()) {
      told(
          store,
          "web-1",
          List.of(),
          List.of(patch("a", "a", "patched", "suggested"), patch("b", "b", "patched", "suggested")),
          List.of(verdict("a")));
      told(
          store,
          "web-1",
          List.of(),
          List.of(patch("b", "b", "original", "rolled_back")),
          List.of());
      assertThat(patches(store, ""))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.module()).isEqualTo("b");
            assertThat(row.effectiveState()).isEqualTo(EffectiveState.ROLLED_BACK);
          });
    }
  }

  @Test
  void incidentsThatComeAgainAreNotCountedAgainAndOnlyNewerOnesAreAskedFor() {
    AgentName agent = new AgentName("web-1");
    try (IncidentStore store = open()) {
      assertThat(new AgentImport(store).since(agent)).isEmpty();
      String first = incident("aaaaaaaaaaaa", "2026-11-20T12:00:00+00:00");
      String second = incident("bbbbbbbbbbbb", "2026-11-20T12:01:00+00:00");
      SourceReport report = told(store, "web-1", List.of(first, "[]"), List.of(), List.of());
      assertThat(report.incidents().fresh()).isEqualTo(1);
      assertThat(report.problems())
          .singleElement()
          .satisfies(p -> assertThat(p.line()).isEqualTo(2));
      assertThat(new AgentImport(store).since(agent))
          .contains(Instant.parse("2026-11-20T11:50:00Z"));
      report = told(store, "web-1", List.of(first, second), List.of(), List.of());
      assertThat(report.incidents().fresh()).isEqualTo(1);
      assertThat(report.incidents().crashes()).isEqualTo(2);
      assertThat(report.incidents().repeats()).isZero();
      assertThat(store.reading().counts(IncidentQuery.ALL).total()).isEqualTo(2);
    }
  }

  @Test
  void anAgentWithAClockInTheFutureDoesNotHideWhatComesNext() {
    try (IncidentStore store = open()) {
      told(
          store,
          "web-1",
          List.of(incident("aaaaaaaaaaaa", "2090-01-01T00:00:00+00:00")),
          List.of(),
          List.of());
      assertThat(new AgentImport(store).since(new AgentName("web-1")).orElseThrow()).isBefore(NOW);
    }
  }

  @Test
  void aPullThatIsStoppedChangesNothing() {
    try (IncidentStore store = open()) {
      AgentImport stopped = new AgentImport(store);
      stopped.cancel();
      AgentImport.Told told =
          new AgentImport.Told(
              new AgentName("web-1"),
              "i",
              NOW,
              List.of(),
              List.of(patch("a", "a", "patched", "suggested")),
              List.of());
      assertThatThrownBy(() -> stopped.run(told)).isInstanceOf(CancellationException.class);
      assertThat(patches(store, "")).isEmpty();
      assertThat(store.reading().sources()).isEmpty();
    }
  }
}
