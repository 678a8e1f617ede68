package io.suturescope.model.diff;

import java.util.Arrays;

/// Says how much two texts can have in common at most, without aligning them: words are counted by
/// their hashes, so that order does not matter and nothing is copied.
final class SharedWords {

  private static final int BUCKETS = 512;

  private final int[] waiting = new int[BUCKETS];

  /// Characters in words and symbols of both stretches; never fewer than an alignment finds.
  int atMost(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo) {
    Arrays.fill(waiting, 0);
    walk(left, leftFrom, leftTo, true);
    return walk(right, rightFrom, rightTo, false);
  }

  /// Puts the words into their buckets, or takes out what is there; returns how much was taken.
  private int walk(String text, int from, int to, boolean put) {
    int taken = 0;
    int start = from;
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text.charAt(at);
      if (at + 1 == to || !Tokens.joined(text, at + 1)) {
        int length = Character.isWhitespace(text.charAt(start)) ? 0 : at + 1 - start;
        int bucket = (hash ^ (hash >>> 9)) & (BUCKETS - 1);
        int change = put ? length : -Math.min(length, waiting[bucket]);
        waiting[bucket] += change;
        taken -= change;
        start = at + 1;
        hash = 0;
      }
    }
    return taken;
  }
}
