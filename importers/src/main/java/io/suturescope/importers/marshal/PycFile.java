package io.suturescope.importers.marshal;

import io.suturescope.importers.disassembly.OpcodeTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/// The 16 bytes at the head of a `.pyc` file; the code follows them.
///
/// @param magic the number that every change of the bytecode raises, such as 3531 for CPython 3.12
/// @param python the minor version with that number, if it is one that is known here
/// @param source what the file says about its source
public record PycFile(int magic, Optional<String> python, Source source) {
  /// How many bytes the head has.
  public static final int HEADER = 16;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAGIC_END = '\r' | '\n' << 8;
  private static final int BY_HASH = 1;

  /// How the interpreter tells whether the source changed since.
  public sealed interface Source {}

  /// By time and size.
  ///
  /// @param mtime seconds since 1970, modulo 2^32; does not survive a checkout
  /// @param size in bytes, modulo 2^32
  public record Stamped(long mtime, long size) implements Source {}

  /// By a hash (SipHash) of the source, whose key is the magic number.
  ///
  /// @param checked whether the interpreter compares it at all
  public record Hashed(long hash, boolean checked) implements Source {}

  /// Reads the head of a file; empty when it is not that of a `.pyc`.
  ///
  /// @param bytes of the whole file; not kept and not changed
  public static Optional<PycFile> of(byte[] bytes) {
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    int magic = (int) INT.get(bytes, 0);
    if (magic >>> 16 != MAGIC_END) {
      return Optional.empty();
    }
    int flags = (int) INT.get(bytes, 4);
    Source source =
        (flags & BY_HASH) != 0
            ? new Hashed((long) LONG.get(bytes, 8), (flags & 2) != 0)
            : new Stamped(unsigned(bytes, 8), unsigned(bytes, 12));
    return Optional.of(
        new PycFile(magic & 0xffff, OpcodeTable.ofMagic(magic).map(OpcodeTable::python), source));
  }

  private static long unsigned(byte[] bytes, int offset) {
    return Integer.toUnsignedLong((int) INT.get(bytes, offset));
  }
}
