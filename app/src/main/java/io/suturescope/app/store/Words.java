package io.suturescope.app.store;

import java.util.Locale;

/// Text on its way into and out of the database.
final class Words {

  private static final int FIRST_STAND_IN = 0x10F800;

  private Words() {}

  /// Lone surrogates, which logs may hold (codesuture.md 1) and UTF-8 cannot, become the last 2,048
  /// private-use characters; {@link #restored} turns them back.
  static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withStandIns(text);
      }
    }
    return text;
  }

  private static String withStandIns(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    text.codePoints()
        .forEach(
            c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? c - 0xD800 + FIRST_STAND_IN : c));
    return out.toString();
  }

  static String restored(String text) {
    for (int i = 0; i < text.length(); i++) {
      // The high surrogates of the stand-ins' plane rows.
      if (text.charAt(i) >= 0xDBFE && text.charAt(i) <= 0xDBFF) {
        return withoutStandIns(text);
      }
    }
    return text;
  }

  private static String withoutStandIns(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c >= FIRST_STAND_IN) {
            out.append((char) (c - FIRST_STAND_IN + 0xD800));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  /// How names are compared ignoring case.
  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// 64 bits of a text; equal hashes are checked, never trusted.
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  static long hash(long[] numbers) {
    long hash = 1;
    for (long number : numbers) {
      hash = mixed(hash * 0x9e3779b97f4a7c15L + number);
    }
    return hash;
  }

  private static long mixed(long hash) {
    long h = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return h ^ (h >>> 32);
  }

  /// A GLOB pattern in which only `*` is special.
  static String glob(String pattern) {
    return folded(pattern).replace("[", "[[]").replace("?", "[?]");
  }
}
