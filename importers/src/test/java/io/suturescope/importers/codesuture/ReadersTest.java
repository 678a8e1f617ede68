package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each kind of file says, on real files.
class ReadersTest {

  private static final Recorded SHOP = Drop.on(Fixtures.file("shop-py311-shadow-rewind"));

  @TempDir Path folder;

  private Recorded with(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve(".codesuture_incidents"));
    Files.writeString(file, text);
    return Drop.on(folder);
  }

  @Test
  void aPatchIsNamedSignedAndPlacedInTime() {
    PatchFile patch =
        SHOP.patches.stream()
            .filter(each -> each.baseName().equals("shop.cart.Cart.Badge.text"))
            .findFirst()
            .orElseThrow();
    assertThat(patch.signature()).isEqualTo(SignatureState.VALID);
    assertThat(patch.qualname()).isEqualTo("Cart.Badge.text");
    assertThat(patch.pythons()).contains("3.11").doesNotContain("3.13");
    assertThat(patch.metadata().orElseThrow().guardType()).isEqualTo("null_guard");
    assertThat(patch.metadata().orElseThrow().ttlDays()).contains(3);
    assertThat(patch.codeHash()).hasSize(64);
  }

  @Test
  void aDamagedPatchIsQuarantinedAndItsMetadataIsKept() throws IOException {
    Path project = Fixtures.copy("exotic-bytes-key", folder);
    try (var files = Files.list(project.resolve(".codesuture_store"))) {
      Path code = files.filter(f -> f.toString().endsWith(".code")).sorted().findFirst().get();
      Files.write(code, java.util.Arrays.copyOf(Files.readAllBytes(code), 40));
    }
    Recorded got = Drop.on(project);
    assertThat(got.patches).hasSize(2).allMatch(patch -> patch.metadata().isPresent());
    assertThat(got.patches.getFirst().qualname()).isEmpty();
    assertThat(got.patches.getFirst().signature()).isEqualTo(SignatureState.INVALID);
    assertThat(got.of(ImportProblem.Weight.PROBLEM))
        .singleElement()
        .extracting(ImportProblem::reason)
        .asString()
        .startsWith("quarantined: ");
  }

  @Test
  void tornFingerprintsAreAWarningThatTellsWhatFollows() {
    Recorded got = Drop.on(Fixtures.file("exotic-bytes-key"));
    assertThat(got.fingerprints).isEmpty();
    assertThat(got.of(ImportProblem.Weight.PROBLEM)).isEmpty();
    assertThat(got.reasons()).anyMatch(reason -> reason.contains("JSONDecodeError"));
  }

  @Test
  void failedPatchesOfANewPythonAreToldOnce() {
    Recorded got = Drop.on(Fixtures.file("shop-py312-plain"));
    assertThat(got.reasons())
        .filteredOn(reason -> reason.contains("a quiet store is not a healthy program"))
        .singleElement()
        .asString()
        .contains("32 patches failed");
    assertThat(SHOP.reasons()).noneMatch(reason -> reason.contains("quiet store"));
  }

  @Test
  void aStoreOfAnotherPythonThanTheNewestIncidentIsAnnounced() throws IOException {
    Path project = Fixtures.copy("exotic-bytes-key", folder);
    Path log = project.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl");
    Files.writeString(log, Files.readString(log).replace("\"3.11.7\"", "\"3.13.0\""));
    assertThat(Drop.on(project).problems)
        .filteredOn(problem -> problem.reason().contains("segmentation fault"))
        .singleElement()
        .extracting(ImportProblem::file)
        .isEqualTo(".codesuture_store");
  }

  @Test
  void anAlertTellsItsFileNameAndHeading() {
    assertThat(SHOP.alerts)
        .anySatisfy(alert -> {
          assertThat(alert.incidentId()).isEqualTo("538d33e00c71");
          assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
          assertThat(alert.time()).contains(Instant.parse("2026-11-20T23:03:55Z"));
          assertThat(alert.title()).isEqualTo("🔴 CRITICAL ALERT — CodeSuture Incident");
        });
  }

  @Test
  void aRewindLeavesWithoutAnyValue() throws IOException {
    assertThat(SHOP.rewinds.getFirst().events().getFirst().arguments())
        .containsExactly(
            new MaskedVariable("label", "str, 11 characters"),
            new MaskedVariable("fn", "function"),
            new MaskedVariable("args", "tuple shown, 7 characters"));
    Recorded got =
        with(
            ".codesuture_rewind/rewind_f_20261118_101500.json",
            """
            {"function": "f", "timestamp": "2026-11-18T10:15:00+00:00",
             "crash_info": {"exception_type": "KeyError", "exception_message": "'a'"},
             "timeline": [{"event": "exception", "locals": {"a": "'hunter2'", "b": 4242, "c": "None",
               "d": "hunter2 object", "e": {"hunter2": 1}, "f": "True"},
               "return_value": "'hunter2'", "exception": "ValueError: hunter2"}]}\
            """);
    assertThat(got.rewinds).hasSize(1);
    assertThat(got.everything.toString()).doesNotContain("hunter2", "4242", "True");
  }

  @Test
  void aTornRewindShowsNothingOfItsContent() throws IOException {
    Recorded got =
        with(".codesuture_rewind/rewind_f_20261118_101500.json", "{\"locals\": \"hunter2");
    assertThat(got.problems).singleElement().extracting(ImportProblem::excerpt).isEqualTo("");
  }

  @Test
  void webhookSecretsNeverLeaveTheReader() throws IOException {
    Recorded got =
        with(
            ".codesuture.toml",
            """
            [alerts.webhook]
            enabled = true
            url = 'https://user:pw@hooks.example.invalid/T/B?token=abc'
            [alerts.webhook.headers]
            Authorization = 'Bearer sk-not-real'
            """);
    AlertConfig config = got.configs.getFirst();
    assertThat(config.webhookUrlMasked()).isEqualTo("https://hooks.example.invalid/•••");
    assertThat(config.webhookHeaderNames()).containsExactly("Authorization");
    assertThat(got.everything.toString()).doesNotContain("pw", "abc", "sk-not");
  }

  @Test
  void aBrokenConfigMeansTheDefaultsThatCodeSutureTakes() throws IOException {
    Recorded got = with(".codesuture.toml", "[alerts\nenabled = yes");
    assertThat(got.configs.getFirst().enabled()).isTrue();
    assertThat(got.configs.getFirst().escalateTo()).isEqualTo("CRITICAL");
    assertThat(got.reasons()).singleElement().asString().endsWith("CodeSuture uses its defaults");
  }

  @Test
  void anUnknownEscalationIsAWarning() throws IOException {
    assertThat(with(".codesuture.toml", "[alerts.escalation]\nescalate_to = 'URGENT'\n").reasons())
        .singleElement()
        .asString()
        .startsWith("escalate_to is not a severity");
  }

  @Test
  void bothDigestsOfALibraryStoreAreKnown() {
    Recorded got = Drop.on(Fixtures.file("exotic-library-py311"));
    assertThat(got.digests).extracting(digest -> digest.weekly()).containsExactly(false, true);
    assertThat(got.patches).hasSize(7).allMatch(PatchFile::originalCodeFile);
  }

  @Test
  void aLearnedRuleIsTextAndOneWithoutNameAWarning() throws IOException {
    assertThat(Drop.on(Fixtures.file("exotic-learned-rule")).rules)
        .singleElement()
        .extracting(rule -> rule.functionName())
        .isEqualTo("margin");
    Recorded got = with(".codesuture_knowledge/learned_rules.json", "[{\"new_source\": \"x\"}]");
    assertThat(got.rules).hasSize(1);
    assertThat(got.reasons()).singleElement().asString().contains("no func_name");
  }

  @Test
  void aFingerprintEntryKeepsItsKeyAsRecorded() {
    assertThat(SHOP.fingerprints.getFirst().functions()).isEqualTo(List.of("greeting"));
    assertThat(SHOP.fingerprints.getFirst().keyName().replaceAll("\\s", ""))
        .isEqualTo("[\"profile\"]");
  }

  @Test
  void oddFieldsOfAnIncidentAreKeptAsRecordedWithOneWarning() throws IOException {
    String line =
        Fixtures.lines("exotic-bytes-key/.codesuture_incidents/incidents_2026-11-20.jsonl")
            .getFirst()
            .replace("\"severity\": \"MEDIUM\"", "\"severity\": \"FATAL\"")
            .replace("\"ttl_days\": 7", "\"ttl_days\": 100000000000000000000")
            .replace("\"hit_count\": 1", "\"hit_count\": 1, \"host\": {\"a\": [1]}");
    Recorded got =
        with(".codesuture_incidents/incidents_2026-11-20.jsonl", "\n\uFEFF" + line + "\n");
    assertThat(got.lines.blank()).isEqualTo(1);
    assertThat(got.incidents.getFirst().asRecorded())
        .isEqualTo(
            Map.of(
                "severity", "\"FATAL\"",
                "ttl_days", "100000000000000000000",
                "host", "{\"a\": [1]}"));
    assertThat(got.problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.weight()).isEqualTo(ImportProblem.Weight.WARNING));
  }
}
