package io.suturescope.importers.codesuture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line ends eight bytes at a time.
final class NewLines {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = ONES * '\n';

  private NewLines() {}

  /// Index of the next `\n`, or -1.
  static int next(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long word = (long) LONGS.get(bytes, at) ^ NEWLINES;
      long hit = (word - ONES) & ~word & HIGHS;
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /// True when no byte has its high bit set.
  static boolean isAscii(byte[] bytes, int from, int to) {
    long all = 0;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      all |= (long) LONGS.get(bytes, at);
    }
    for (; at < to; at++) {
      all |= bytes[at] < 0 ? HIGHS : 0;
    }
    return (all & HIGHS) == 0;
  }
}
