package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.PyText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A position in bytes that cannot step over their end. Numbers are little endian.
final class Cursor {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final byte[] bytes;
  private int position;

  Cursor(byte[] bytes) {
    this.bytes = bytes;
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return position;
  }

  int remaining() {
    return bytes.length - position;
  }

  /// Fails unless `count` more bytes are there: called before anything of that size is allocated.
  void need(long count) throws Malformed {
    if (count > remaining()) {
      throw new Malformed("truncated at offset " + bytes.length, bytes.length);
    }
  }

  int unsignedByte() throws Malformed {
    need(1);
    return bytes[position++] & 0xff;
  }

  int unsignedShort() throws Malformed {
    return Short.toUnsignedInt((short) SHORT.get(bytes, take(Short.BYTES)));
  }

  int int32() throws Malformed {
    return (int) INT.get(bytes, take(Integer.BYTES));
  }

  long int64() throws Malformed {
    return (long) LONG.get(bytes, take(Long.BYTES));
  }

  double binaryDouble() throws Malformed {
    return Double.longBitsToDouble(int64());
  }

  /// Reads a 32-bit count of things that take at least `unit` bytes each, and fails unless so many
  /// bytes are left.
  int count(int unit, String what) throws Malformed {
    int start = position;
    int count = int32();
    if (count < 0) {
      throw new Malformed(what + " declares the negative size " + count, start);
    }
    need((long) count * unit);
    return count;
  }

  Bytes bytes(int count) throws Malformed {
    int start = take(count);
    return Bytes.copyOf(bytes, start, start + count);
  }

  String latin1(int count) throws Malformed {
    return Texts.latin1(bytes, take(count), count);
  }

  PyText utf8(int count) throws Malformed {
    return Texts.utf8(bytes, take(count), count);
  }

  private int take(int count) throws Malformed {
    need(count);
    int start = position;
    position += count;
    return start;
  }
}
