package io.suturescope.importers.marshal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes marshal bytes by hand, honest or not.
final class MarshalBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// Adds one byte for every character.
  MarshalBytes raw(String latin1) {
    out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  MarshalBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  MarshalBytes type(int code) {
    out.write(code);
    return this;
  }

  MarshalBytes int16(int value) {
    out.write(value);
    out.write(value >> 8);
    return this;
  }

  MarshalBytes int32(int value) {
    return int16(value).int16(value >> 16);
  }

  MarshalBytes int64(long value) {
    return int32((int) value).int32((int) (value >> 32));
  }

  MarshalBytes binaryDouble(double value) {
    return int64(Double.doubleToRawLongBits(value));
  }

  /// A code object without instructions whose one constant is `constant`.
  MarshalBytes codeAround(MarshalBytes constant) {
    return type('c')
        .raw("\0".repeat(20))
        .raw("s\0\0\0\0)\1")
        .raw(constant.bytes())
        .raw(")\0)\0s\0\0\0\0z\1fz\1nz\1q")
        .int32(1)
        .raw("s\0\0\0\0s\0\0\0\0");
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
