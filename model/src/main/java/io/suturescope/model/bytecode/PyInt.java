package io.suturescope.model.bytecode;

import java.math.BigInteger;

/// A whole number of any size.
///
/// @param value may have hundreds of millions of bits when the file was made to hurt: ask for
///   `bitLength` before turning it into decimal digits
public record PyInt(BigInteger value) implements PyValue {
  private static final int SHOWN_BITS = 512;

  @Override
  public String toString() {
    return value.bitLength() <= SHOWN_BITS
        ? value.toString()
        : "int of " + value.bitLength() + " bits";
  }
}
