package io.suturescope.app.secrets;

import java.util.Arrays;

/// Bytes that must not stay in memory longer than they are needed, nor ever become text.
///
/// Closing it overwrites them. Nothing of it shows in `toString`.
public final class Secret implements AutoCloseable {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes the array over: it is cleared when the secret is closed.
  public static Secret owning(byte[] bytes) {
    return new Secret(bytes);
  }

  /// A copy that the caller clears.
  public byte[] copy() {
    return bytes.clone();
  }

  /// A part as a secret of its own.
  ///
  /// @throws IndexOutOfBoundsException when it is not inside
  public Secret slice(int from, int to) {
    if (to > bytes.length) {
      throw new IndexOutOfBoundsException(to);
    }
    return new Secret(Arrays.copyOfRange(bytes, from, to));
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "secret";
  }
}
