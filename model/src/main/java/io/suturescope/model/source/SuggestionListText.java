package io.suturescope.model.source;

import io.suturescope.model.source.SuggestionList.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a list of suggestions as one file: text to read, a patch to apply, or lines of JSON.
public final class SuggestionListText {
  private SuggestionListText() {}

  /// Text for people, UTF-8.
  public static String text(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    text.append(entries.size()).append(entries.size() == 1 ? " suggestion" : " suggestions");
    text.append(". Each is a hint of a template, not a tested fix.\n");
    for (Entry entry : entries) {
      SuggestedFix fix = entry.fix().fix();
      text.append('\n').append(plain(name(entry))).append('\n');
      row("File", fix.path() + ":" + fix.line(), text);
      row("Guard", guard(entry), text);
      row("Confidence", fix.confidence(), text);
      row("Label", entry.fix().label().word() + ". " + entry.fix().reason(), text);
      row("Original", fix.original().strip(), text);
      row("Fix", fix.suggested().strip(), text);
    }
    return text.toString();
  }

  private static void row(String name, String value, StringBuilder text) {
    if (!value.isEmpty()) {
      text.append("  ").append(name).append(": ").append(plain(value)).append('\n');
    }
  }

  private static String guard(Entry entry) {
    String target = entry.incident().targetVariable();
    return entry.incident().guardType() + (target.isEmpty() ? "" : " on " + target);
  }

  private static String name(Entry entry) {
    String module = entry.incident().module();
    return (module.isEmpty() ? "" : module + ":") + entry.incident().function();
  }

  /// On one line, without characters that a terminal obeys.
  private static String plain(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }

  /// One patch with all USABLE suggestions that `git apply` accepts from the project's root, as the
  /// bytes of a file; of several for one line the first is in it. What is left out is named above.
  public static byte[] patch(List<Entry> entries) {
    Map<String, CombinedFixes> files = new TreeMap<>();
    StringBuilder named = new StringBuilder();
    for (Entry entry : entries) {
      String outcome = take(entry, files);
      named.append("# ").append(plain(name(entry) + ", " + guard(entry))).append(": ");
      named.append(outcome).append('\n');
    }
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    patch.writeBytes(named.toString().getBytes(StandardCharsets.UTF_8));
    files.values().forEach(file -> patch.writeBytes(file.patch()));
    return patch.toByteArray();
  }

  private static String take(Entry entry, Map<String, CombinedFixes> files) {
    FixLabel label = entry.fix().label();
    if (label != FixLabel.USABLE || entry.file().isEmpty()) {
      return "left out, " + label.word();
    }
    CombinedFixes combined =
        files.computeIfAbsent(entry.fix().file(), path -> new CombinedFixes(entry.file().get()));
    return combined.take(entry.fix().fix())
        ? "included"
        : "left out, usable but not together with one above";
  }

  /// One JSON object a line, with the fields of CodeSuture's `suggest --json` but for
  /// `explanation`, and `module`, `label`, `reason`.
  public static String json(List<Entry> entries) {
    StringBuilder json = new StringBuilder();
    for (Entry entry : entries) {
      SuggestedFix fix = entry.fix().fix();
      json.append('{');
      field("module", entry.incident().module(), json).append(", ");
      field("function", fix.function(), json).append(", ");
      field("file", fix.path(), json).append(", ");
      json.append("\"line\": ").append(fix.line()).append(", ");
      field("guard", entry.incident().guardType(), json).append(", ");
      field("target", entry.incident().targetVariable(), json).append(", ");
      field("confidence", fix.confidence(), json).append(", ");
      field("original", fix.original(), json).append(", ");
      field("suggested", fix.suggested(), json).append(", ");
      field("diff", fix.diff(), json).append(", ");
      field("label", entry.fix().label().word(), json).append(", ");
      field("reason", entry.fix().reason(), json).append("}\n");
    }
    return json.toString();
  }

  private static StringBuilder field(String name, String value, StringBuilder json) {
    json.append('"').append(name).append("\": \"");
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"');
  }
}
