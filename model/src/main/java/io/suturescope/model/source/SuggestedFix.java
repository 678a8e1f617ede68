package io.suturescope.model.source;

import io.suturescope.model.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A change of one line of source, as CodeSuture's template wrote it (codesuture.md 8): a hint.
///
/// @param function qualname as logged
/// @param path of the file as recorded
/// @param line of the source, from 1; 0 when unknown
/// @param original the line that is to go, with its indentation; empty, as is `suggested`, when the
///   recorded text is not a change of one line
/// @param suggested the line that is to come
/// @param diff the text as recorded, not appliable in a tree
/// @param confidence LIKELY, EXPERIMENTAL or VERIFIED; may be empty
public record SuggestedFix(
    String function,
    String path,
    int line,
    String original,
    String suggested,
    String diff,
    String confidence) {

  private static final int LINE_LIMIT = 1 << 16;
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,9})(?:,\\d{1,9})? \\+\\d{1,9}(?:,\\d{1,9})? @@.*");
  private static final Pattern NOT_AVAILABLE =
      Pattern.compile("\\s*# \\(source line -?\\d{1,20} not available\\)\\s*");

  /// What an incident suggests; empty when it holds no suggestion. A verification copy
  /// (codesuture.md 9) counts as VERIFIED, as CodeSuture lists it.
  public static Optional<SuggestedFix> of(Incident incident) {
    return incident
        .suggestedFix()
        .map(diff ->
            parse(
                diff,
                incident.function(),
                incident.filePath(),
                incident.lineNumber(),
                incident.shadowVerified() ? "VERIFIED" : incident.fixConfidence()));
  }

  /// Reads the recorded diff, whatever it is: one hunk that replaces one line by one line, else
  /// `original` and `suggested` are empty.
  ///
  /// @param line of the crash, which decides over the hunk's; 0 when unknown
  public static SuggestedFix parse(
      String diff, String function, String path, int line, String confidence) {
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int hunkLine = scan(diff, removed, added);
    boolean oneLine = hunkLine >= 0 && removed.size() == 1 && added.size() == 1;
    return new SuggestedFix(
        function,
        path,
        line > 0 ? line : Math.max(0, hunkLine),
        oneLine ? removed.getFirst() : "",
        oneLine ? added.getFirst() : "",
        diff,
        confidence);
  }

  /// The line number of the only hunk; -1 when there is none, several, or more than a line in it.
  private static int scan(String diff, List<String> removed, List<String> added) {
    int hunkLine = -1;
    int from = 0;
    while (from <= diff.length()) {
      int end = diff.indexOf('\n', from);
      end = end < 0 ? diff.length() : end;
      String line = diff.substring(from, Math.min(end, from + LINE_LIMIT));
      Matcher hunk = HUNK.matcher(line);
      if (hunkLine < 0) {
        hunkLine = hunk.matches() ? Integer.parseInt(hunk.group(1)) : -1;
      } else if (line.startsWith("-")) {
        removed.add(line.substring(1));
      } else if (line.startsWith("+")) {
        added.add(line.substring(1));
      } else if (!line.isEmpty() && !line.startsWith("\\")) {
        return -1;
      }
      if (end - from >= LINE_LIMIT || removed.size() > 1 || added.size() > 1) {
        return -1;
      }
      from = end + 1;
    }
    return hasCarriageReturn(added) ? -1 : hunkLine;
  }

  private static boolean hasCarriageReturn(List<String> lines) {
    return lines.stream().anyMatch(line -> line.indexOf('\r') >= 0);
  }

  /// True when CodeSuture could not read the source line either.
  public boolean lineWasUnavailable() {
    return NOT_AVAILABLE.matcher(original).matches();
  }
}
