package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.alert.AlertOutcome;
import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.alert.AlertSimulation;
import io.suturescope.model.alert.AlertToml;
import io.suturescope.model.alert.Crash;
import io.suturescope.model.alert.CrashSite;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.SeverityRule;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is simulated from real logs is what CodeSuture really wrote.
class WhatIfCorpusTest {

  @TempDir Path folder;

  private List<Path> stores = List.of();

  @BeforeEach
  void findCorpus() throws IOException {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    Path all = Path.of(named, "stores");
    Assumptions.assumeTrue(Files.isDirectory(all), "the corpus is not here");
    try (Stream<Path> found = Files.list(all)) {
      // What is invented proves nothing about CodeSuture, and is not unpacked.
      stores = found.filter(s -> Files.isDirectory(s.resolve("project"))).sorted().toList();
    }
  }

  private interface Look {
    void at(String name, Reading reading);
  }

  private void each(Look look) {
    for (Path each : stores) {
      String name = each.getFileName().toString();
      Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
      Path file = folder.resolve(name + ".suturescope");
      try (IncidentStore store = ((Opening.Ready) IncidentStore.open(file, clock)).store()) {
        SourceTree.Opened opened = SourceTree.open(each.resolve("project"));
        SourceIdentity identity =
            new SourceIdentity(name, name, "codesuture", SourceIdentity.Kind.FOLDER);
        try (SourceTree tree = ((SourceTree.Opened.Tree) opened).tree();
            ImportSession session = store.importSession(identity)) {
          CodeSutureImporter.read(tree, session);
          session.finish();
        }
        look.at(name, store.reading());
      }
    }
  }

  private static List<Incident> lines(Reading reading, boolean copies) {
    List<StoredIncident> lines = new ArrayList<>();
    reading.forEachIncident(IncidentQuery.ALL, RowOrder.OLDEST_FIRST, lines::add);
    if (copies) {
      QueryTerm copy = QueryTerm.of(QueryKey.IS, new QueryValue.Word("copy"));
      reading.forEachIncident(new IncidentQuery(List.of(copy)), RowOrder.OLDEST_FIRST, lines::add);
    }
    return lines.stream()
        .map(StoredIncident::incident)
        .sorted(Comparator.comparing((Incident i) -> i.time().orElse(Instant.MIN)))
        .toList();
  }

  private static AlertRouting routing(Reading reading) {
    return WhatIfSheet.read(reading, OptionalLong.empty()).project().routing();
  }

  /// Severity and incident id of every alert file that is simulated.
  private static Set<String> files(List<Incident> lines, AlertRouting routing) {
    AlertSimulation simulation = new AlertSimulation(routing);
    Set<String> files = new TreeSet<>();
    for (Incident line : lines) {
      CrashSite site = new CrashSite(line.module(), line.function(), line.guardType());
      boolean replayed = line.status() == IncidentStatus.REPLAYED;
      Crash crash = new Crash(line.time(), site, 1, line.severity(), replayed, 0);
      AlertOutcome outcome = simulation.next(line.time().orElseThrow(), crash, line.severity());
      if (outcome.fileAt().isPresent()) {
        files.add(outcome.severity() + " " + line.id());
      }
    }
    return files;
  }

  private static Set<String> real(Reading reading) {
    return reading.alerts(10_000).stream()
        .map(alert -> alert.fact().severity() + " " + alert.fact().incidentId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theSimulatedAlertFilesAreTheRealOnes() {
    Map<String, Integer> found = new HashMap<>();
    each((name, reading) -> {
      Set<String> real = real(reading);
      if (name.startsWith("exotic-library")) {
        // Made by library calls, which write incidents without any alert.
        assertThat(real).as(name).isEmpty();
        return;
      }
      assertThat(files(lines(reading, false), routing(reading))).as(name).isEqualTo(real);
      WhatIfSheet sheet = WhatIfSheet.read(reading, OptionalLong.empty());
      if (sheet.source().isPresent()) {
        WhatIf own = sheet.under(sheet.project());
        assertThat(own.alertsAfter().files()).as(name).isEqualTo(real.size());
        assertThat(own.changes()).as(name).isEmpty();
        assertThat(own.severitiesAfter()).as(name).isEqualTo(reading.counts(IncidentQuery.ALL));
      }
      found.put(name, real.size());
    });
    // With escalation by name, and lowered from CRITICAL to HIGH where a file says so.
    assertThat(found)
        .containsEntry("shop-py311-plain", 11)
        .containsEntry("shop-mixed-py311-then-py313", 11)
        .containsEntry("reports-py311", 33)
        .containsEntry("api-py311-http", 1)
        // The ASGI middleware sends nothing, though all its crashes are CRITICAL or HIGH.
        .containsEntry("api-py311-asgi", 0);
  }

  @Test
  void verificationCopiesSendNoAlertAndDoNotCountAsRepeats() {
    Map<String, Integer> more = new HashMap<>();
    each((name, reading) -> {
      if (name.contains("-shadow-")) {
        Set<String> withCopies = files(lines(reading, true), routing(reading));
        more.put(name, withCopies.size() - real(reading).size());
      }
    });
    assertThat(more)
        .isEqualTo(
            Map.of(
                "shop-py311-shadow-rewind", 13,
                "shop-py312-shadow-rewind", 8,
                "shop-py313-shadow-rewind", 7));
  }

  @Test
  void theRulesGiveTheLoggedSeverityOfEveryRealCrash() {
    each((name, reading) -> {
      if (!name.startsWith("exotic-library")) {
        for (Incident line : lines(reading, false)) {
          SeverityRule.Judgement judged = SeverityRule.recompute(line);
          assertThat(judged.severity()).as(name + " " + line.id()).isEqualTo(line.severity());
        }
      }
    });
  }

  @Test
  void theExportOfEveryRealConfigurationReadsBackAsItself() throws IOException {
    each((name, reading) -> {
      WhatIfSheet sheet = WhatIfSheet.read(reading, OptionalLong.empty());
      sheet
          .config()
          .ifPresent(config -> {
            AlertPolicy policy = sheet.project();
            String toml = new String(sheet.toml(policy), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(toml).contains("[alerts.routing]");
            assertThat(toml.lines().filter(line -> line.contains("hooks.example")))
                .as(name)
                .allMatch(line -> line.startsWith("#"));
            assertThat(AlertRouting.of(AlertToml.readBack(policy.routing().into(config))))
                .isEqualTo(policy.routing());
          });
    });
  }
}
