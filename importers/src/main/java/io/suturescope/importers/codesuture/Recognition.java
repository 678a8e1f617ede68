package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.ProjectLayout;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Tells what a file is. Content decides; the place breaks ties and names what is torn, empty or
/// damaged, so that it becomes a problem of the right kind.
final class Recognition {

  private static final int HEAD = 64 << 10;
  private static final List<String> LOG_ENDINGS = List.of(".jsonl", ".ndjson", ".log");
  private static final int PRINTED_HEAD = 256 << 10;
  private static final List<String> PRINTED_ENDINGS = List.of(".log", ".txt", ".out", ".err");

  private final SourceTree tree;

  Recognition(SourceTree tree) {
    this.tree = tree;
  }

  /// @return empty for a file that is none of CodeSuture's, such as the program itself; UNKNOWN for
  ///   a strange file inside CodeSuture's own folders
  Optional<FileKind> inProject(SourceFile file) {
    String folder = ProjectLayout.dataFolderOf(file.name());
    String base = file.baseName();
    if (ProjectLayout.STORES.contains(folder)) {
      return Optional.of(inStore(file));
    }
    return switch (folder) {
      case ProjectLayout.INCIDENTS -> Optional.of(inIncidents(file));
      case ProjectLayout.REWINDS ->
          Optional.of(base.endsWith(".json") ? FileKind.REWIND : byContentOrUnknown(file));
      case ProjectLayout.KNOWLEDGE ->
          Optional.of(base.endsWith(".json") ? FileKind.LEARNED_RULES : byContentOrUnknown(file));
      default -> outside(file);
    };
  }

  private FileKind byContentOrUnknown(SourceFile file) {
    return byContent(file).orElse(FileKind.UNKNOWN);
  }

  private FileKind inStore(SourceFile file) {
    String base = file.baseName();
    if (base.equals("secret.key")) {
      return FileKind.SECRET_KEY;
    }
    if (base.endsWith(PatchGroup.ORIGINAL)) {
      return FileKind.ORIGINAL_CODE;
    }
    if (base.endsWith(PatchGroup.CODE)) {
      return FileKind.PATCH_CODE;
    }
    return base.endsWith(PatchGroup.METADATA) ? FileKind.PATCH_METADATA : byContentOrUnknown(file);
  }

  private FileKind inIncidents(SourceFile file) {
    String base = file.baseName();
    if (base.equals("lifecycle.json")) {
      return FileKind.LIFECYCLE;
    }
    if (base.equals("unread.md")) {
      return FileKind.UNREAD_ALERTS;
    }
    if (isAlertName(base)) {
      return FileKind.ALERT;
    }
    if (base.endsWith(".jsonl")) {
      return byContent(file).orElse(FileKind.INCIDENT_LOG);
    }
    return byContent(file).orElse(FileKind.UNKNOWN);
  }

  private static boolean isAlertName(String base) {
    return base.startsWith("ALERT_") && base.endsWith(".md");
  }

  private Optional<FileKind> outside(SourceFile file) {
    String base = file.baseName();
    if (file.name().equals(ProjectLayout.FINGERPRINTS)) {
      return Optional.of(FileKind.FINGERPRINTS);
    }
    if (file.name().equals(ProjectLayout.CONFIG)) {
      return Optional.of(FileKind.ALERT_CONFIG);
    }
    if (isAlertName(base)) {
      return Optional.of(FileKind.ALERT);
    }
    if (base.equals("unread.md")) {
      return byContent(file);
    }
    boolean near = file.folder().indexOf('/') < 0;
    boolean log = LOG_ENDINGS.stream().anyMatch(base::endsWith);
    boolean report = base.endsWith(".md") && file.folder().isEmpty();
    if (near && (log || report)) {
      return byContent(file);
    }
    return near && isRunLog(file) ? Optional.of(FileKind.RUN_LOG) : Optional.empty();
  }

  /// A text file with a line that `codesuture run` prints. What it printed was saved by hand, under
  /// any name; prose and programs that quote such a line are told apart by their names.
  private boolean isRunLog(SourceFile file) {
    String base = file.baseName();
    boolean named =
        PRINTED_ENDINGS.stream().anyMatch(base::endsWith)
            || base.contains(".log.")
            || base.indexOf('.') < 0;
    return named
        && new String(head(file, PRINTED_HEAD), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(RunLogLine.MARK))
            .anyMatch(RunLogLine::isMarked);
  }

  /// For files that were dropped without their project.
  Optional<FileKind> alone(SourceFile file) {
    String base = file.baseName();
    if (base.equals(ProjectLayout.FINGERPRINTS)) {
      return Optional.of(FileKind.FINGERPRINTS);
    }
    if (base.equals(ProjectLayout.CONFIG)) {
      return Optional.of(FileKind.ALERT_CONFIG);
    }
    if (base.equals("secret.key")) {
      return Optional.of(FileKind.SECRET_KEY);
    }
    if (isAlertName(base)) {
      return Optional.of(FileKind.ALERT);
    }
    if (base.startsWith("incidents_") && base.endsWith(".jsonl")) {
      return Optional.of(byContent(file).orElse(FileKind.INCIDENT_LOG));
    }
    return byContent(file);
  }

  /// What the first bytes show.
  Optional<FileKind> byContent(SourceFile file) {
    byte[] head = head(file);
    boolean marked = head.length > 0 && (head[0] & 0xff) == ('c' | 0x80);
    boolean named = head.length > 0 && head[0] == 'c' && file.baseName().endsWith(PatchGroup.CODE);
    if (marked || named) {
      return Optional.of(
          file.baseName().endsWith(PatchGroup.ORIGINAL)
              ? FileKind.ORIGINAL_CODE
              : FileKind.PATCH_CODE);
    }
    String text = new String(head, StandardCharsets.UTF_8).stripLeading();
    String plain = text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text;
    Optional<FileKind> told =
        plain.startsWith("{") || plain.startsWith("[") ? json(plain) : markdown(plain);
    return told.or(() -> isRunLog(file) ? Optional.of(FileKind.RUN_LOG) : Optional.empty());
  }

  private byte[] head(SourceFile file) {
    return head(file, HEAD);
  }

  private byte[] head(SourceFile file, int limit) {
    Optional<InputStream> opened = tree.open(file.name());
    if (opened.isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = opened.get()) {
      return in.readNBytes(limit);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private static Optional<FileKind> markdown(String text) {
    String first = text.lines().findFirst().orElse("");
    if (first.startsWith("# CodeSuture Daily Incident Report")
        || first.startsWith("# CodeSuture Weekly Incident Report")
        || first.startsWith("# Weekly Incident Report")
        || first.startsWith("# Daily Incident Report")) {
      return Optional.of(FileKind.DIGEST);
    }
    if (first.startsWith("# ") && first.contains("ALERT") && first.contains("CodeSuture")) {
      return Optional.of(FileKind.ALERT);
    }
    boolean unread = first.startsWith("- ") && first.contains("[Details](ALERT_");
    return unread ? Optional.of(FileKind.UNREAD_ALERTS) : Optional.empty();
  }

  private static Optional<FileKind> json(String text) {
    String first = text.lines().findFirst().orElse("");
    if (has(first, "incident_id") || (has(first, "severity") && has(first, "fingerprint"))) {
      return Optional.of(FileKind.INCIDENT_LOG);
    }
    if (has(first, "action") && has(first, "strategy")) {
      return Optional.of(FileKind.EVENT_LOG);
    }
    if (has(text, "current_state")) {
      return Optional.of(FileKind.LIFECYCLE);
    }
    if (has(text, "crash_info") || (has(text, "timeline") && has(text, "function"))) {
      return Optional.of(FileKind.REWIND);
    }
    if (has(text, "new_source")) {
      return Optional.of(FileKind.LEARNED_RULES);
    }
    if (has(text, "code_sha256") && has(text, "guard_type")) {
      return Optional.of(FileKind.PATCH_METADATA);
    }
    boolean fingerprints = has(text, "error_type") && has(text, "first_seen");
    return fingerprints ? Optional.of(FileKind.FINGERPRINTS) : Optional.empty();
  }

  private static boolean has(String text, String field) {
    return text.contains('"' + field + '"');
  }
}
