package io.suturescope.importers.codesuture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A well-mixed 64-bit hash of a line, the same on every machine.
final class LineHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long MIX_2 = 0xD6E8FEB86659FD93L;

  private LineHash() {}

  static long of(byte[] bytes, int from, int to) {
    long a = MIX ^ (to - from);
    long b = MIX_2;
    int at = from;
    for (; at + 16 <= to; at += 16) {
      a = (Long.rotateLeft(a, 29) ^ (long) LONGS.get(bytes, at)) * MIX;
      b = (Long.rotateLeft(b, 31) ^ (long) LONGS.get(bytes, at + 8)) * MIX_2;
    }
    for (; at < to; at++) {
      a = (Long.rotateLeft(a, 29) ^ bytes[at]) * MIX;
    }
    return mixed(mixed(a) ^ Long.rotateLeft(b, 17));
  }

  static long of(CharSequence text) {
    long hash = MIX ^ text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = (Long.rotateLeft(hash, 29) ^ text.charAt(at)) * MIX;
    }
    return mixed(hash);
  }

  private static long mixed(long value) {
    long x = value;
    x = (x ^ x >>> 32) * MIX_2;
    x = (x ^ x >>> 32) * MIX_2;
    return x ^ x >>> 32;
  }
}
