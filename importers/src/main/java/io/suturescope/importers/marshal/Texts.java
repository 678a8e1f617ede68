package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Turns text bytes into strings as CPython's marshal does.
final class Texts {
  private static final char REPLACEMENT = '\ufffd';

  private Texts() {}

  /// CPython reads its "ASCII" types byte by character, so bytes above 127 are Latin-1.
  static String latin1(byte[] bytes, int start, int count) {
    return new String(bytes, start, count, StandardCharsets.ISO_8859_1);
  }

  /// Strict UTF-8, except that surrogates written as three bytes are kept ("surrogatepass").
  static PyText utf8(byte[] bytes, int start, int count) throws Malformed {
    String text = new String(bytes, start, count, StandardCharsets.UTF_8);
    // The fast decoder marks what it cannot read; only then is the slow, exact way needed.
    return text.indexOf(REPLACEMENT) < 0
        ? new PyText(text)
        : surrogatePass(bytes, start, start + count);
  }

  private static PyText surrogatePass(byte[] bytes, int start, int end) throws Malformed {
    StringBuilder text = new StringBuilder(end - start);
    List<Integer> torn = new ArrayList<>();
    int position = start;
    while (position < end) {
      int length = sequenceLength(bytes[position] & 0xff);
      if (length == 0 || position + length > end) {
        throw notUtf8(position);
      }
      int character = codePoint(bytes, position, length);
      if (Character.getType(character) == Character.SURROGATE && joins(text, (char) character)) {
        torn.add(text.length() - 1);
      }
      text.appendCodePoint(character);
      position += length;
    }
    return new PyText(text.toString(), torn);
  }

  /// True when a lone surrogate would look like the second half of a character.
  private static boolean joins(StringBuilder text, char next) {
    return !text.isEmpty() && Character.isSurrogatePair(text.charAt(text.length() - 1), next);
  }

  private static int sequenceLength(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  private static int codePoint(byte[] bytes, int start, int length) throws Malformed {
    if (length == 1) {
      return bytes[start];
    }
    int value = bytes[start] & (0xff >> (length + 1));
    for (int index = 1; index < length; index++) {
      int next = bytes[start + index] & 0xff;
      if ((next & 0xc0) != 0x80) {
        throw notUtf8(start);
      }
      value = (value << 6) | (next & 0x3f);
    }
    boolean overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > Character.MAX_CODE_POINT) {
      throw notUtf8(start);
    }
    return value;
  }

  private static Malformed notUtf8(int offset) {
    return new Malformed("text that is not UTF-8", offset);
  }
}
