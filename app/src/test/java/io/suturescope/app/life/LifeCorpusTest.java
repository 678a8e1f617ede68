package io.suturescope.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.life.AgeRule;
import io.suturescope.model.life.AgeVerdict;
import io.suturescope.model.life.Anomaly;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Real stores: every anomaly that is found in them was looked at, and every age is the one that
/// CodeSuture itself printed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeCorpusTest {

  private static final Pattern TAKEN = Pattern.compile("\"expected_taken_at\": \"([^\"]+)\"");
  private static final Pattern EXPIRED =
      Pattern.compile("⏰ (.*)\\(\\) — TTL (-?\\d+)d — (-?\\d+) days old");
  private static final Pattern STALE = Pattern.compile("⚠️ +(.*)\\(\\) — (.*) — (-?\\d+) days old");
  private static final Pattern AUDITED =
      Pattern.compile("│ ([^│]*?) +│.*│ (-?\\d+)d( \\[WARN])? *│");

  @TempDir Path home;
  private Path corpus = Path.of("");

  @BeforeAll
  void findCorpus() {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    corpus = Path.of(named);
    Assumptions.assumeTrue(Files.isDirectory(corpus.resolve("stores")), "the corpus is not here");
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Instant taken(Path store) throws IOException {
    Matcher taken = TAKEN.matcher(Files.readString(store.resolve("STORE.json")));
    return taken.find() ? Instant.parse(taken.group(1)) : Instant.EPOCH;
  }

  private IncidentStore open(String name, Instant now) {
    Path file = home.resolve(name + ".suturescope");
    return ((Opening.Ready) IncidentStore.open(file, Clock.fixed(now, ZoneOffset.UTC))).store();
  }

  private IncidentStore imported(Path store) throws IOException {
    Path folder = store.resolve("project");
    IncidentStore open = open(store.getFileName().toString(), taken(store));
    add(open, Files.isDirectory(folder) ? folder : store.resolve("project.zip"));
    return open;
  }

  private static void add(IncidentStore store, Path project) {
    assertThat(new ImportJob(store).run(List.of(project), _ -> {}))
        .hasOnlyElementsOfType(ImportOutcome.Imported.class);
  }

  private static List<PatchRow> patches(IncidentStore store) {
    return store.reading().patches(IncidentQuery.ALL);
  }

  /// Such as "bounces shop.catalog import_record x5".
  private static List<String> anomalies(IncidentStore store) {
    List<PatchRow> patches = patches(store);
    LifeReading lives = LifeReading.of(store.reading(), patches);
    List<String> found = new ArrayList<>();
    for (PatchRow patch : patches) {
      for (Anomaly anomaly : lives.anomalies(patch)) {
        found.add(
            "%s %s %s x%d"
                .formatted(
                    anomaly.kind().word(),
                    patch.module(),
                    patch.function(),
                    anomaly.occurrences()));
      }
    }
    return found.stream().sorted().toList();
  }

  @Test
  void everyAnomalyOfEveryStoreWasLookedAt() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path store : folders(corpus.resolve("stores"))) {
      try (IncidentStore open = imported(store)) {
        List<String> here = anomalies(open);
        if (!here.isEmpty()) {
          found.put(store.getFileName().toString(), here);
        }
      }
    }
    found.forEach((store, all) -> System.out.println(store + "\n  " + String.join("\n  ", all)));
    assertThat(found).isEmpty();
  }

  @Test
  void whatCommandsDidToAProjectIsSeenAtTheNextImport() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path action : folders(corpus.resolve("cli-actions"))) {
      if (Files.exists(action.resolve("ACTION.json"))) {
        found.put(action.getFileName().toString(), changed(action));
      }
    }
    found.forEach((store, all) -> System.out.println(store + "\n  " + String.join("\n  ", all)));
    assertThat(found).isEmpty();
  }

  private List<String> changed(Path action) throws IOException {
    String about = Files.readString(action.resolve("ACTION.json"));
    Matcher base = Pattern.compile("\"base\": \"([^\"]+)\"").matcher(about);
    Path project = home.resolve(action.getFileName() + "/project");
    if (base.find()) {
      copy(corpus.resolve("cli-actions").resolve(base.group(1)).resolve("project"), project);
    } else {
      Files.createDirectories(project);
    }
    try (IncidentStore store = open(action.getFileName().toString(), Instant.EPOCH)) {
      new ImportJob(store).run(List.of(project), _ -> {});
      Matcher removed = Pattern.compile("\"removed\": \\[([^]]*)]").matcher(about);
      if (removed.find()) {
        Matcher file = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(removed.group(1));
        while (file.find()) {
          Files.delete(project.resolve(unescaped(file.group(1))));
        }
      }
      copy(action.resolve("after"), project);
      new ImportJob(store).run(List.of(project), _ -> {});
      return anomalies(store);
    }
  }

  /// JSON's \\uXXXX; nothing else is escaped in these names.
  private static String unescaped(String json) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(json)
        .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Test
  void theAgesAreThoseThatCodeSuturePrinted() throws IOException {
    for (Path store : folders(corpus.resolve("stores"))) {
      try (IncidentStore open = imported(store)) {
        String name = store.getFileName().toString();
        Instant now = taken(store);
        List<String> expired = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        List<String> audited = new ArrayList<>();
        long soon = 0;
        for (PatchRow patch : patches(open)) {
          for (LifecycleEntry entry : patch.entries()) {
            AgeVerdict old =
                AgeRule.LIFECYCLE_EXPIRED.judge(Optional.of(entry), Optional.empty(), now);
            if (old.isTooOld()) {
              expired.add(
                  entry.function()
                      + " "
                      + entry.ttlDays().orElseThrow()
                      + " "
                      + old.ageDays().orElseThrow());
            }
            AgeVerdict still =
                AgeRule.LIFECYCLE_STALE.judge(Optional.of(entry), Optional.empty(), now);
            if (still.isTooOld()) {
              stale.add(
                  entry.function() + " " + entry.guardType() + " " + still.ageDays().orElseThrow());
            }
            soon +=
                AgeRule.METRICS_EXPIRING_SOON
                        .judge(Optional.of(entry), Optional.empty(), now)
                        .isTooOld()
                    ? 1
                    : 0;
          }
          patch
              .file()
              .flatMap(f -> f.metadata())
              .ifPresent(metadata -> {
                AgeVerdict audit =
                    AgeRule.AUDIT.judge(Optional.empty(), Optional.of(metadata), now);
                audited.add(
                    metadata.functionName()
                        + " "
                        + audit.ageDays().orElseThrow()
                        + (audit.isTooOld() ? " [WARN]" : ""));
              });
        }
        assertThat(expired)
            .as(name)
            .containsExactlyInAnyOrderElementsOf(printed(store, "lifecycle-expired.txt", EXPIRED));
        assertThat(stale)
            .as(name)
            .containsExactlyInAnyOrderElementsOf(printed(store, "lifecycle-stale.txt", STALE));
        assertThat(audited)
            .as(name)
            .containsExactlyInAnyOrderElementsOf(printed(store, "audit.txt", AUDITED));
        assertThat(soon)
            .as(name)
            .isEqualTo(
                open.reading()
                    .metrics(OptionalLong.empty())
                    .values()
                    .get("codesuture_ttl_expiring_soon"));
      }
    }
  }

  private static List<String> printed(Path store, String file, Pattern line) throws IOException {
    List<String> found = new ArrayList<>();
    for (String each : Files.readAllLines(store.resolve("expected").resolve(file))) {
      Matcher matcher = line.matcher(each);
      if (matcher.find()) {
        String last = Optional.ofNullable(matcher.group(3)).orElse("");
        found.add(
            matcher.group(1) + " " + matcher.group(2) + (line == AUDITED ? last : " " + last));
      }
    }
    return found;
  }
}
