package io.suturescope.app.screens;

import java.util.List;

/// Keeps the beginning of a long text, as whole lines.
final class FirstLines implements Appendable {

  private static final int MOST = 2_000_000;

  private final StringBuilder kept = new StringBuilder();
  private boolean more;

  @Override
  public FirstLines append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public FirstLines append(CharSequence text, int start, int end) {
    int room = more ? 0 : Math.min(end - start, MOST - kept.length());
    kept.append(text, start, start + room);
    more |= room < end - start;
    return this;
  }

  @Override
  public FirstLines append(char c) {
    return append(String.valueOf(c), 0, 1);
  }

  boolean more() {
    return more;
  }

  /// A line that did not fit whole is left out.
  List<String> lines() {
    List<String> lines = List.of(kept.toString().split("\n", -1));
    return lines.subList(0, lines.size() - 1);
  }
}
