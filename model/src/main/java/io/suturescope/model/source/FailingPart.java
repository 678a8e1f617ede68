package io.suturescope.model.source;

import io.suturescope.model.bytecode.Position;
import io.suturescope.model.diff.TextRow;
import java.util.Optional;

/// Finds the characters of a line that failed.
public final class FailingPart {
  private FailingPart() {}

  /// What an instruction's position covers of its first line, to the end of the line when it goes
  /// on below; empty when no columns are known or nothing of the line is covered. Columns inside a
  /// character are widened to all of it, columns outside the line are cut off.
  ///
  /// @param line the line with its indentation
  public static Optional<TextRow.Range> of(String line, Position position) {
    if (!position.hasColumns()) {
      return Optional.empty();
    }
    String text = line.stripTrailing();
    int from = indexOfByte(text, position.column(), false);
    int to =
        position.endLine() > position.line()
            ? text.length()
            : indexOfByte(text, position.endColumn(), true);
    return from < to ? Optional.of(new TextRow.Range(from, to)) : Optional.empty();
  }

  /// What a stack trace marks, laid over the line; empty when it marks nothing or quotes another
  /// line.
  ///
  /// @param line the line with its indentation
  public static Optional<TextRow.Range> of(String line, TraceQuote quote) {
    if (!line.strip().equals(quote.text())) {
      return Optional.empty();
    }
    int indent = line.length() - line.stripLeading().length();
    return quote
        .marked()
        .map(marked -> new TextRow.Range(marked.from() + indent, marked.to() + indent));
  }

  private static int indexOfByte(String text, int column, boolean up) {
    int bytes = 0;
    int at = 0;
    while (at < text.length() && bytes < column) {
      int point = text.codePointAt(at);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + size > column && !up) {
        return at;
      }
      bytes += size;
      at += Character.charCount(point);
    }
    return at;
  }
}
