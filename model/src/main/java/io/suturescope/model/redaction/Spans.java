package io.suturescope.model.redaction;

import java.util.BitSet;

/// The parts of a text that must not be shown.
final class Spans {

  /// A mask says whether something is shorter than this many characters, and no more.
  private static final int LONG = 16;

  private static final String SHORT_MASK = "•••";
  private static final String LONG_MASK = "••••••";
  private static final char DOT = '•';

  private final String text;
  private final BitSet hidden = new BitSet();

  Spans(String text) {
    this.text = text;
  }

  /// Hides a part. What is a mask already stays as it is.
  void hide(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != DOT) {
        hidden.set(from, to);
        return;
      }
    }
  }

  /// Whether any character of the part is hidden.
  boolean touches(int from, int to) {
    int next = hidden.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /// The text with every hidden part replaced.
  String masked() {
    int from = hidden.nextSetBit(0);
    if (from < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (from >= 0) {
      int to = hidden.nextClearBit(from);
      out.append(text, done, from).append(to - from < LONG ? SHORT_MASK : LONG_MASK);
      done = to;
      from = hidden.nextSetBit(to);
    }
    return out.append(text, done, text.length()).toString();
  }
}
