package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactTest {

  private static final Pattern ENTRY = Pattern.compile("'([A-Z_]+)': '([^']*?)(?:\\.\\.\\.\"|')");
  private static final Set<String> SHOWN =
      Set.of("LANG", "PYTHONDONTWRITEBYTECODE", "PYTHONIOENCODING", "PYTHONUTF8");

  /// Invented.
  private static final String SECRET = "hunter2-not-a-real-one";

  @TempDir private Path home;

  @Test
  void peopleSeeNoSecretAndMachinesOnlyWithoutRedact() throws IOException {
    Path project = project();
    ok("import", project.toString());
    for (String format : List.of("table", "markdown")) {
      String out = ok("incidents", "--format", format);
      assertThat(out).contains("KeyError").doesNotContain(SECRET);
    }
    for (String format : List.of("json", "csv")) {
      assertThat(ok("incidents", "--format", format)).contains(SECRET);
      assertThat(ok("incidents", "--format", format, "--redact"))
          .contains("KeyError", "save_user")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void redactingChangesNoFieldButTheSecrets() throws IOException {
    Path project = project();
    ok("import", project.toString());
    Object record = Json.parse(ok("incidents", "--json"));
    Object redacted = Json.parse(ok("incidents", "--json", "--redact"));
    assertThat(redacted.toString())
        .isEqualTo(
            record
                .toString()
                .replace("password='" + SECRET + "'", "password='••••••'")
                .replace("token = '" + SECRET + "'", "token = '••••••'"));
  }

  @Test
  void nothingOfARecordedEnvironmentIsPrinted() throws IOException {
    Optional<Path> corpus = corpus();
    assumeThat(corpus).as("the corpus is beside the project").isPresent();
    Path project = corpus.get().resolve("stores/reports-py311/project");
    Set<String> values = environment(project);
    assertThat(values).isNotEmpty();
    List<String> printed = new ArrayList<>();
    printed.add(ok("import", project.toString()));
    for (String format : List.of("table", "markdown", "json", "csv")) {
      printed.add(ok("incidents", "--format", format, "--redact"));
    }
    printed.add(ok("incidents"));
    printed.add(ok("metrics"));
    printed.add(ok("timeline"));
    assertThat(printed).noneMatch(out -> values.stream().anyMatch(out::contains));
  }

  /// Values in the dumps' environments that must not be shown and are long enough to be told from
  /// other text.
  private static Set<String> environment(Path project) throws IOException {
    Set<String> values = new TreeSet<>();
    try (Stream<Path> dumps = Files.list(project.resolve(".codesuture_rewind"))) {
      for (Path dump : dumps.toList()) {
        Matcher entries = ENTRY.matcher(Files.readString(dump));
        while (entries.find()) {
          if (!SHOWN.contains(entries.group(1)) && entries.group(2).length() > 5) {
            values.add(entries.group(2));
          }
        }
      }
    }
    return values;
  }

  private static Optional<Path> corpus() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("suturescope.corpus")),
            Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")),
            Optional.of("../../shared/corpus"))
        .flatMap(Optional::stream)
        .map(Path::of)
        .filter(path -> Files.isDirectory(path.resolve("stores")))
        .findFirst();
  }

  private String ok(String... args) {
    String workspace = home.resolve("workspace").toString();
    String[] all =
        Stream.concat(Stream.of("--workspace", workspace), Stream.of(args)).toArray(String[]::new);
    Ran ran = Ran.in(home, all);
    assertThat(ran.code()).as(ran.err()).isLessThan(2);
    return ran.out();
  }

  private Path project() throws IOException {
    Path project = home.resolve("project");
    Path log = project.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(
        log,
        String.format(
            Locale.ROOT,
            """
            {"incident_id": "0123456789ab", "timestamp": "2026-11-20T23:04:47+00:00", "fingerprint": \
            "6a3492997bed3a26", "exception_type": "KeyError", "exception_message": \
            "User(name='ann', password='%1$s')", "module": "shop.auth", "function": "save_user", \
            "line_number": 3, "file_path": "shop/auth.py", "stack_trace": \
            ["  File \\"shop/auth.py\\", line 3, in save_user\\n    token = '%1$s'\\n"], \
            "severity": "HIGH", "status": "patched", "guard_type": "key_guard", \
            "target_variable": "user", "default_value": null, "default_rationale": "", \
            "bytecode_diff": {}, "suggested_fix": null, "fix_confidence": null, \
            "review_priority": "NORMAL", "python_version": "3.11.7", "codesuture_version": "1.1.0", \
            "ttl_days": 7, "hit_count": 1, "thread_name": "MainThread", "shadow_verified": false, \
            "related_incidents": []}
            """,
            SECRET));
    return project;
  }
}
