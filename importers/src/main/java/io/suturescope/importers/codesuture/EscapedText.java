package io.suturescope.importers.codesuture;

import java.nio.charset.StandardCharsets;

/// Decodes a JSON text with escapes, whose first part up to the first escape was already seen.
final class EscapedText {

  private byte[] latin = new byte[1 << 12];
  private int length;
  private final StringBuilder wide = new StringBuilder();
  private boolean isWide;

  /// @param from first byte of the text
  /// @param escape where the first byte stands that is not plain
  /// @return index after the closing quote, or 0 when this is no text in plain ASCII
  int read(byte[] bytes, int from, int escape, int end) {
    length = 0;
    isWide = false;
    copy(bytes, from, escape);
    int at = escape;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        return at + 1;
      }
      if (b < ' ') {
        return 0;
      }
      if (b == '\\') {
        at = escape(bytes, at + 1, end);
        if (at == 0) {
          return 0;
        }
      } else {
        int plain = at;
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] >= ' ') {
          at++;
        }
        copy(bytes, plain, at);
      }
    }
    return 0;
  }

  String text() {
    return isWide ? wide.toString() : new String(latin, 0, length, StandardCharsets.ISO_8859_1);
  }

  private void copy(byte[] bytes, int from, int to) {
    if (isWide) {
      wide.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
      return;
    }
    reserve(to - from);
    System.arraycopy(bytes, from, latin, length, to - from);
    length += to - from;
  }

  private void reserve(int more) {
    if (length + more > latin.length) {
      latin = java.util.Arrays.copyOf(latin, Math.max(latin.length * 2, length + more));
    }
  }

  private void add(int character) {
    if (!isWide && character > 0xff) {
      wide.setLength(0);
      wide.append(text());
      isWide = true;
    }
    if (isWide) {
      wide.append((char) character);
    } else {
      reserve(1);
      latin[length++] = (byte) character;
    }
  }

  private int escape(byte[] bytes, int at, int end) {
    if (at >= end) {
      return 0;
    }
    switch (bytes[at]) {
      case 'n' -> add('\n');
      case '"' -> add('"');
      case '\\' -> add('\\');
      case '/' -> add('/');
      case 't' -> add('\t');
      case 'r' -> add('\r');
      case 'b' -> add('\b');
      case 'f' -> add('\f');
      case 'u' -> {
        return unicode(bytes, at + 1, end);
      }
      default -> {
        return 0;
      }
    }
    return at + 1;
  }

  private int unicode(byte[] bytes, int at, int end) {
    if (at + 4 > end) {
      return 0;
    }
    int character = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
      if (digit < 0) {
        return 0;
      }
      character = character << 4 | digit;
    }
    add(character);
    return at + 4;
  }
}
