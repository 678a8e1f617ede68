package io.suturescope.model.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes patches that `git apply` accepts from the project's root, for two states of a file that
/// have equally many lines.
final class GitPatch {
  private static final int CONTEXT = 3;

  private GitPatch() {}

  /// The patch, one character for each of its bytes; empty when both states are equal. A line is
  /// what ends with LF, as git sees it: a CR before it stays part of the line.
  static String between(SourceText before, SourceText after) {
    List<String> left = split(before.bytesAsText());
    List<String> right = split(after.bytesAsText());
    StringBuilder patch = new StringBuilder();
    for (int at = 0; at < left.size(); at++) {
      if (!left.get(at).equals(right.get(at))) {
        int last = lastOfHunk(left, right, at);
        hunk(left, right, at, last, patch);
        at = last;
      }
    }
    return patch.isEmpty() ? "" : header(before.path()) + patch;
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  /// The last differing line that shares its context with the one before.
  private static int lastOfHunk(List<String> left, List<String> right, int first) {
    int last = first;
    for (int at = first + 1; at < left.size() && at <= last + 2 * CONTEXT; at++) {
      last = left.get(at).equals(right.get(at)) ? last : at;
    }
    return last;
  }

  private static void hunk(
      List<String> left, List<String> right, int first, int last, StringBuilder patch) {
    int from = Math.max(0, first - CONTEXT);
    int to = Math.min(left.size(), last + 1 + CONTEXT);
    String range = (from + 1) + "," + (to - from);
    patch.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
    for (int at = from; at < to; at++) {
      int changed = at;
      while (changed < to && !left.get(changed).equals(right.get(changed))) {
        line('-', left.get(changed++), patch);
      }
      for (; at < changed; at++) {
        line('+', right.get(at), patch);
      }
      if (at < to) {
        line(' ', left.get(at), patch);
      }
    }
  }

  private static void line(char mark, String text, StringBuilder patch) {
    patch.append(mark).append(text);
    if (!text.endsWith("\n")) {
      patch.append("\n\\ No newline at end of file\n");
    }
  }

  private static String header(String path) {
    return "--- " + name("a/" + path) + "\n+++ " + name("b/" + path) + "\n";
  }

  /// A file name as git writes it: quoted when a byte needs it, with a tab behind one with blanks.
  private static String name(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      int value = unit & 0xff;
      boolean plain = value >= ' ' && value < 0x7f && value != '"' && value != '\\';
      needed |= !plain;
      if (plain) {
        quoted.append((char) value);
      } else if (value == '"' || value == '\\') {
        quoted.append('\\').append((char) value);
      } else {
        quoted.append(String.format("\\%03o", value));
      }
    }
    if (needed) {
      return quoted.append('"').toString();
    }
    return name.indexOf(' ') < 0 ? name : name + "\t";
  }
}
