package io.suturescope.model.source;

import io.suturescope.model.diff.TextRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The source line that a stack trace quotes for the crash, with what it marks there.
///
/// @param text without indentation, as traces print it
/// @param marked the part of `text` above `~~~^^^`; empty when nothing is marked
public record TraceQuote(String text, Optional<TextRow.Range> marked) {
  private static final int ENTRY_LIMIT = 1 << 20;
  private static final Pattern FRAME =
      Pattern.compile("  File \".*\", line (\\d{1,9})(?:, in .*)?");
  private static final String INDENT = "    ";

  /// The quote of the last frame that is at a line.
  ///
  /// @param stackTrace entries as recorded; those above a million characters are passed over
  /// @param line of the crash, from 1
  public static Optional<TraceQuote> of(List<String> stackTrace, int line) {
    for (String entry : stackTrace.reversed()) {
      if (entry.length() > ENTRY_LIMIT) {
        continue;
      }
      List<String> lines = entry.lines().toList();
      for (int at = lines.size() - 2; at >= 0; at--) {
        Matcher frame = FRAME.matcher(lines.get(at));
        if (frame.matches() && Integer.parseInt(frame.group(1)) == line) {
          return quote(lines, at + 1);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TraceQuote> quote(List<String> lines, int at) {
    if (!lines.get(at).startsWith(INDENT)) {
      return Optional.empty();
    }
    String text = lines.get(at).substring(INDENT.length()).strip();
    Optional<TextRow.Range> marked =
        at + 1 < lines.size() && lines.get(at + 1).startsWith(INDENT)
            ? marked(text, lines.get(at + 1).substring(INDENT.length()))
            : Optional.empty();
    return Optional.of(new TraceQuote(text, marked));
  }

  private static Optional<TextRow.Range> marked(String text, String marks) {
    if (marks.chars().anyMatch(c -> " ~^".indexOf(c) < 0)) {
      return Optional.empty();
    }
    int from = indexAt(text, marks.length() - marks.stripLeading().length());
    int to = indexAt(text, marks.stripTrailing().length());
    return from < to ? Optional.of(new TextRow.Range(from, to)) : Optional.empty();
  }

  /// The character at a column; Python sets its marks by width, and some characters take two.
  private static int indexAt(String text, int column) {
    int width = 0;
    int at = 0;
    while (at < text.length() && width < column) {
      int point = text.codePointAt(at);
      width += wide(point) ? 2 : 1;
      at += Character.charCount(point);
    }
    return at;
  }

  private static boolean wide(int point) {
    return (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x2e80 && point <= 0x303e)
        || (point >= 0x3041 && point <= 0xa4cf)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xf900 && point <= 0xfaff)
        || (point >= 0xfe30 && point <= 0xfe6f)
        || (point >= 0xff01 && point <= 0xff60)
        || (point >= 0xffe0 && point <= 0xffe6)
        || (point >= 0x1f300 && point <= 0x1f64f)
        || (point >= 0x1f900 && point <= 0x1f9ff)
        || (point >= 0x20000 && point <= 0x3fffd);
  }
}
