package io.suturescope.importers.codesuture;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Gives one and the same String for ASCII texts that come again and again, from a bounded table in
/// which newer texts push out older ones.
final class TextCache {

  private static final int SLOTS = 1 << 13;
  private static final int LONGEST = 64;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];

  String text(byte[] bytes, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
    int hash = length;
    for (int at = from; at < from + length; at++) {
      hash = 31 * hash + bytes[at];
    }
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && same(known, bytes, from, length)) {
      return known;
    }
    String fresh = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    slots[slot] = fresh;
    return fresh;
  }

  private static boolean same(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (text.charAt(at) != bytes[from + at]) {
        return false;
      }
    }
    return true;
  }
}
