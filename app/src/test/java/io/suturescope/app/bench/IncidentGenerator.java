package io.suturescope.app.bench;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Makes incidents that repeat as real ones do: few functions, fewer hot ones, three stacks each.
final class IncidentGenerator {

  private static final Instant START = Instant.parse("2026-04-27T00:00:00Z");
  private static final List<String> GUARDS =
      List.of("null_guard", "key_guard", "index_guard", "division_guard", "file_guard");
  private static final List<String> PYTHONS = List.of("3.11.7", "3.12.4", "3.13.0");

  private final long count;

  IncidentGenerator(long count) {
    this.count = count;
  }

  Incident incident(long number) {
    SplittableRandom random = new SplittableRandom(number);
    int pattern = (int) (3_000 * Math.pow(random.nextDouble(), 3));
    String module = "app.area" + pattern % 26 + ".layer" + pattern % 7;
    String function = "function_" + pattern % 800;
    int line = 20 + pattern % 700;
    String path = "/srv/" + module.replace('.', '/') + ".py";
    int depth = 1 + random.nextInt(3);
    String frame = "  File \"" + path + "\", line " + line + ", in " + function + "\n    run()\n";
    String caller = "  File \"/srv/main.py\", line " + depth + ", in serve\n    call()\n";
    long step = count == Long.MAX_VALUE ? 1_000 : 30L * 86_400_000_000L / count;
    return new Incident(
        String.format(Locale.ROOT, "%012x", random.nextLong(1L << 48)),
        Optional.of(START.plus(number * step, ChronoUnit.MICROS)),
        String.format(Locale.ROOT, "%016x", pattern * 0x9e3779b97f4a7c15L),
        "AttributeError",
        "'NoneType' object has no attribute 'field" + random.nextInt(16) + "'",
        module,
        function,
        line,
        path,
        depth == 1 ? List.of(frame) : List.of(caller, frame),
        Severity.values()[pattern % 4],
        IncidentStatus.PATCHED,
        GUARDS.get(pattern % GUARDS.size()),
        "field",
        "\"\"",
        Optional.empty(),
        "",
        "NORMAL",
        PYTHONS.get(random.nextInt(PYTHONS.size())),
        "1.1.0",
        7,
        1,
        "Thread-" + random.nextInt(8),
        false,
        Map.of());
  }

  /// Writes a project folder with one log.
  void write(Path folder) throws IOException {
    Path logs = Files.createDirectories(folder.resolve(".codesuture_incidents"));
    try (Writer out = Files.newBufferedWriter(logs.resolve("incidents_2026-05-26.jsonl"))) {
      for (long i = 0; i < count; i++) {
        out.write(json(incident(i)));
      }
    }
  }

  private static String json(Incident i) {
    StringBuilder stack = new StringBuilder();
    for (String frame : i.stackTrace()) {
      stack.append(stack.isEmpty() ? "" : ", ").append(quoted(frame));
    }
    return String.format(
        Locale.ROOT,
        "{\"incident_id\": %s, \"timestamp\": \"%s\", \"fingerprint\": %s, \"exception_type\": %s,"
            + " \"exception_message\": %s, \"module\": %s, \"function\": %s, \"line_number\": %d,"
            + " \"file_path\": %s, \"stack_trace\": [%s], \"severity\": \"%s\", \"status\": \"%s\","
            + " \"guard_type\": %s, \"target_variable\": %s, \"default_value\": \"\","
            + " \"default_rationale\": \"\", \"bytecode_diff\": {}, \"suggested_fix\": null,"
            + " \"fix_confidence\": null, \"review_priority\": \"NORMAL\", \"python_version\": %s,"
            + " \"codesuture_version\": \"1.1.0\", \"ttl_days\": 7, \"hit_count\": 1,"
            + " \"thread_name\": %s, \"shadow_verified\": false, \"related_incidents\": []}%n",
        quoted(i.id()),
        i.time().orElseThrow().toString().replace("Z", "+00:00"),
        quoted(i.fingerprint()),
        quoted(i.exceptionType()),
        quoted(i.exceptionMessage()),
        quoted(i.module()),
        quoted(i.function()),
        i.lineNumber(),
        quoted(i.filePath()),
        stack,
        i.severity(),
        i.status().word(),
        quoted(i.guardType()),
        quoted(i.targetVariable()),
        quoted(i.pythonVersion()),
        quoted(i.threadName()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
