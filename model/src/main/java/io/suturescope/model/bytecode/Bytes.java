package io.suturescope.model.bytecode;

import java.util.Arrays;

/// An immutable run of bytes; equal to another when the bytes are.
public final class Bytes {
  /// No bytes.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// Copies the bytes from `from` (inclusive) to `to` (exclusive), which must lie inside `source`.
  public static Bytes copyOf(byte[] source, int from, int to) {
    return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(source, from, to));
  }

  /// Copies the whole array.
  public static Bytes copyOf(byte[] source) {
    return copyOf(source, 0, source.length);
  }

  /// How many bytes there are.
  public int size() {
    return content.length;
  }

  /// The byte at `index` as a number from 0 to 255.
  public int at(int index) {
    return content[index] & 0xff;
  }

  /// A fresh copy that the caller may change.
  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
