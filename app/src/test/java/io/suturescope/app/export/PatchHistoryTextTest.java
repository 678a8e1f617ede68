package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchHistoryTextTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String AT = "2026-11-20T10:00:00+00:00";

  @TempDir Path home;

  @Test
  void everyStepIsARowAndSecretsOfReasonsAreMasked() throws IOException {
    Path logs = Files.createDirectories(home.resolve("p/.codesuture_incidents"));
    String steps =
        """
        {"from": "detected", "to": "patched", "at": "2026-11-20T10:00:00+00:00", "reason": "a|b"},
        {"from": "patched", "to": "suggested", "at": "2026-11-20T12:30:00+00:00",
         "reason": "password=hunter2-Very-Secret"}
        """;
    Files.writeString(
        logs.resolve("lifecycle.json"),
        "{\"m:f:key_guard\": {\"patch_id\": \"m:f:key_guard\", \"module\": \"m\","
            + " \"function_name\": \"f\", \"guard_type\":"
            + " \"key_guard\", \"current_state\": \"suggested\", \"created_at\": \""
            + AT
            + "\", \"updated_at\": \"2026-11-20T12:30:00+00:00\", \"ttl_days\": 3,"
            + " \"transitions\": ["
            + steps
            + "]}}");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (IncidentStore store =
        ((Opening.Ready) IncidentStore.open(home.resolve("w.suturescope"), clock)).store()) {
      new ImportJob(store).run(List.of(home.resolve("p")), _ -> {});
      PatchRow row = store.reading().patches(IncidentQuery.ALL).getFirst();
      String text = PatchHistoryText.markdown(row, NOW, ZoneOffset.UTC);
      assertThat(text.lines())
          .contains(
              "## History of `m:f:key_guard`",
              "| When (UTC) | From | To | Guard | After | Judged | Reason | Recorded in |",
              "- `key_guard` stands at `suggested`, since 2026-11-20 12:30:00 (23 h 30 min)")
          .anyMatch(line ->
              line.startsWith(
                  "| 2026-11-20 10:00:00 | `detected` | `patched` | `key_guard` | at once |"))
          .anyMatch(line ->
              line.startsWith(
                  "| 2026-11-20 12:30:00 | `patched` | `suggested` | `key_guard` |"
                      + " 2 h 30 min |"));
      assertThat(text).contains("a\\|b").doesNotContain("hunter2");
    }
  }
}
