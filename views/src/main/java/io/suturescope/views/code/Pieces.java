package io.suturescope.views.code;

import io.suturescope.model.diff.TextRow.Range;
import java.util.ArrayList;
import java.util.List;

/// Long lines in pieces of a width, between words where there is a gap near the edge.
final class Pieces {

  private Pieces() {}

  /// @param width most characters of a piece; 0 for a line that stays whole
  static int count(String text, int width) {
    return Math.max(1, all(text, width).size());
  }

  /// One piece of a line; an empty one behind the last.
  static Range of(String text, int width, int number) {
    List<Range> pieces = all(text, width);
    return number < pieces.size() ? pieces.get(number) : new Range(text.length(), text.length());
  }

  private static List<Range> all(String text, int width) {
    List<Range> pieces = new ArrayList<>();
    int from = 0;
    while (width > 0 && text.length() - from > width) {
      int to = end(text, from, from + width);
      pieces.add(new Range(from, to));
      from = to;
    }
    pieces.add(new Range(from, text.length()));
    return pieces;
  }

  /// Behind the last space of the piece, unless that would leave half of it empty.
  private static int end(String text, int from, int most) {
    int space = text.lastIndexOf(' ', most - 1);
    if (space >= from + (most - from) / 2) {
      return space + 1;
    }
    // Never between the halves of one character.
    return Character.isLowSurrogate(text.charAt(most)) && most - 1 > from ? most - 1 : most;
  }
}
