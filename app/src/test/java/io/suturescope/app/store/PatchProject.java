package io.suturescope.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A project folder made by hand, file by file, as CodeSuture would write it.
final class PatchProject {

  static final String DAY = "2026-11-20T";

  private final Path folder;
  private final byte[] key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private final Map<String, String> lifecycle = new LinkedHashMap<>();
  private final StringBuilder log = new StringBuilder();
  private int crashes;

  PatchProject(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve(".codesuture_store"));
    Files.createDirectories(folder.resolve(".codesuture_incidents/alerts"));
    Files.createDirectories(folder.resolve(".codesuture_rewind"));
    Files.write(folder.resolve(".codesuture_store/secret.key"), key);
  }

  /// @param times hours and minutes of creation and of each transition
  PatchProject entry(String function, String guard, String[] states, String... times) {
    StringBuilder transitions = new StringBuilder();
    for (int i = 1; i < states.length; i++) {
      transitions.append(
          "%s{\"from\": \"%s\", \"to\": \"%s\", \"at\": \"%s\", \"reason\": \"\"}"
              .formatted(i > 1 ? ", " : "", states[i - 1], states[i], time(times[i])));
    }
    String key = "app:" + function + ":" + guard;
    lifecycle.put(
        key,
        """
        "%s": {"patch_id": "%s", "function_name": "%s", "module": "app", "guard_type": "%s",
        "current_state": "%s", "created_at": "%s", "updated_at": "%s", "ttl_days": 3,
        "transitions": [%s]}\
        """
            .formatted(
                key,
                key,
                function,
                guard,
                states[states.length - 1],
                time(times[0]),
                time(times[states.length - 1]),
                transitions));
    return this;
  }

  PatchProject without(String key) {
    lifecycle.remove(key);
    return this;
  }

  PatchProject file(String function, String guard, String patchedAt) throws IOException {
    Path store = folder.resolve(".codesuture_store");
    byte[] code = ("code of " + function).getBytes(UTF_8);
    Files.write(store.resolve("app." + function + ".code"), code);
    Files.writeString(
        store.resolve("app." + function + ".json"),
        """
        {"func_name": "%s", "guard_type": "%s", "target": "x", "default_value": 0,
        "patched_at": "%s", "ttl_days": 7, "code_sha256": "%s", "thread": "MainThread"}\
        """
            .formatted(function, guard, time(patchedAt), signed(code)));
    return this;
  }

  private String signed(byte[] code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(code));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The incident's id is the number of the crash, from 1, as twelve digits.
  PatchProject crash(String function, String guard, String severity, String at) {
    log.append(
        """
        {"incident_id": "%012x", "timestamp": "%s", "fingerprint": "%016x", "exception_type": \
        "KeyError", "exception_message": "'x'", "module": "app", "function": "%s", "line_number": \
        3, "file_path": "app.py", "stack_trace": [], "severity": "%s", "status": "patched", \
        "guard_type": "%s", "target_variable": "x", "default_value": 0, "suggested_fix": "--- \
        %s", "python_version": "3.11.7", "ttl_days": 3, "hit_count": 1}
        """
            .formatted(++crashes, time(at), guard.length(), function, severity, guard, guard));
    return this;
  }

  PatchProject alert(int crash) throws IOException {
    Files.writeString(
        folder.resolve(
            ".codesuture_incidents/alerts/ALERT_2026-11-20_100000_HIGH_%012x.md".formatted(crash)),
        "# HIGH alert\n");
    return this;
  }

  PatchProject rewind(String function, String module, String clock) throws IOException {
    Files.writeString(
        folder.resolve(".codesuture_rewind/rewind_" + function + "_20261120_" + clock + ".json"),
        """
        {"function": "%s", "timestamp": "%s", "crash_info": {"exception_type": "KeyError",
        "exception_message": "'x'", "guard_type": "key_guard", "target_variable": "x"},
        "timeline": [{"timestamp": 1.5, "event": "exception", "function": "%s", "module": "%s",
        "lineno": 3, "args": {}, "locals": {}, "return_value": null, "exception": "KeyError"}]}\
        """
            .formatted(function, time("10:00"), function, module));
    return this;
  }

  private static String time(String at) {
    return DAY + at + ":00.000001+00:00";
  }

  /// Writes the logs and imports everything.
  void importInto(IncidentStore store) throws IOException {
    Path incidents = folder.resolve(".codesuture_incidents");
    Files.writeString(
        incidents.resolve("lifecycle.json"), "{" + String.join(",\n", lifecycle.values()) + "}");
    Files.writeString(incidents.resolve("incidents_2026-11-20.jsonl"), log);
    importAsItIs(store);
  }

  void importAsItIs(IncidentStore store) {
    SourceTree.Opened opened = SourceTree.open(folder);
    try (SourceTree tree = ((SourceTree.Opened.Tree) opened).tree();
        ImportSession session = store.importSession(Workshop.source(folder.toString()))) {
      CodeSutureImporter.read(tree, session);
      session.finish();
    }
  }
}
