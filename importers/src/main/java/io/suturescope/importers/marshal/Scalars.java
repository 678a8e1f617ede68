package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyComplex;
import io.suturescope.model.bytecode.PyFloat;
import io.suturescope.model.bytecode.PyInt;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// Reads the numbers of marshal.
final class Scalars {
  private static final int DIGIT_BITS = 15;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

  private Scalars() {}

  static PyInt int32(Cursor cursor) throws Malformed {
    return new PyInt(BigInteger.valueOf(cursor.int32()));
  }

  static PyInt int64(Cursor cursor) throws Malformed {
    return new PyInt(BigInteger.valueOf(cursor.int64()));
  }

  static PyFloat binaryFloat(Cursor cursor) throws Malformed {
    return new PyFloat(cursor.binaryDouble());
  }

  static PyFloat textFloat(Cursor cursor) throws Malformed {
    return new PyFloat(textDouble(cursor));
  }

  static PyComplex binaryComplex(Cursor cursor) throws Malformed {
    double real = cursor.binaryDouble();
    return new PyComplex(real, cursor.binaryDouble());
  }

  static PyComplex textComplex(Cursor cursor) throws Malformed {
    double real = textDouble(cursor);
    return new PyComplex(real, textDouble(cursor));
  }

  /// A number of any size: 15 bits in every two bytes, lowest first, sign in the count.
  static PyInt big(Cursor cursor) throws Malformed {
    int start = cursor.position();
    int count = cursor.int32();
    int digits = Math.abs(count);
    if (digits < 0) {
      throw new Malformed("int declares the size " + count, start);
    }
    cursor.need(2L * digits);
    byte[] magnitude = new byte[(int) (((long) digits * DIGIT_BITS + 7) / 8)];
    int last = fill(magnitude, digits, cursor);
    if (digits > 0 && last == 0) {
      throw new Malformed("int whose highest digit is zero", cursor.position());
    }
    return new PyInt(new BigInteger(Integer.signum(count), magnitude));
  }

  /// Packs the digits into big-endian bytes and answers the last, highest digit.
  private static int fill(byte[] magnitude, int digits, Cursor cursor) throws Malformed {
    int end = magnitude.length;
    int pending = 0;
    int pendingBits = 0;
    int digit = 0;
    for (int index = 0; index < digits; index++) {
      digit = cursor.unsignedShort();
      if (digit >> DIGIT_BITS != 0) {
        throw new Malformed("int digit of more than 15 bits", cursor.position() - 2);
      }
      pending |= digit << pendingBits;
      pendingBits += DIGIT_BITS;
      while (pendingBits >= 8) {
        magnitude[--end] = (byte) pending;
        pending >>>= 8;
        pendingBits -= 8;
      }
    }
    if (pendingBits > 0) {
      magnitude[--end] = (byte) pending;
    }
    return digit;
  }

  private static double textDouble(Cursor cursor) throws Malformed {
    int start = cursor.position();
    String text = cursor.latin1(cursor.unsignedByte());
    // Double.parseDouble also takes spaces, hexadecimal and suffixes, which Python does not.
    if (DECIMAL.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (unsigned.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    throw new Malformed("text that is not a number", start);
  }
}
