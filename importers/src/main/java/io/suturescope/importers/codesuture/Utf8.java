package io.suturescope.importers.codesuture;

import java.nio.charset.StandardCharsets;

/// Strict UTF-8, checked on bytes: no overlong forms, no surrogates, nothing past U+10FFFF.
final class Utf8 {

  private static final int EXCERPT_BYTES = 1600;

  private Utf8() {}

  /// Index of the first byte that is not UTF-8, or -1.
  static int firstBad(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequenceLength(bytes, at, to);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  private static int sequenceLength(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > to) {
      return 0;
    }
    for (int next = 1; next < length; next++) {
      if ((bytes[at + next] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xff;
    boolean wrong =
        (lead == 0xe0 && second < 0xa0)
            || (lead == 0xed && second > 0x9f)
            || (lead == 0xf0 && second < 0x90)
            || (lead == 0xf4 && second > 0x8f);
    return wrong ? 0 : length;
  }

  static int firstNul(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == 0) {
        return at;
      }
    }
    return -1;
  }

  /// True when there is nothing but white space.
  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != 0x0b && b != 0x0c) {
        return false;
      }
    }
    return true;
  }

  static int afterBom(byte[] bytes, int from, int to) {
    boolean bom =
        to - from >= 3
            && (bytes[from] & 0xff) == 0xef
            && (bytes[from + 1] & 0xff) == 0xbb
            && (bytes[from + 2] & 0xff) == 0xbf;
    return bom ? from + 3 : from;
  }

  static boolean looksLikeUtf16(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return false;
    }
    int first = bytes[from] & 0xff;
    int second = bytes[from + 1] & 0xff;
    return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
  }

  /// The beginning of the bytes as text, undecodable bytes replaced.
  static String excerpt(byte[] bytes, int from, int to) {
    return new String(bytes, from, Math.min(to - from, EXCERPT_BYTES), StandardCharsets.UTF_8);
  }

  static String excerpt(byte[] bytes) {
    return excerpt(bytes, 0, bytes.length);
  }
}
