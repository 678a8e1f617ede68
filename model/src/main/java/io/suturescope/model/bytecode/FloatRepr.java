package io.suturescope.model.bytecode;

import java.math.BigDecimal;
import java.math.MathContext;

/// Writes floating-point numbers as Python does: the fewest digits that give the number back.
final class FloatRepr {
  // Python writes 1e+16 and 1e-05, but 1234567890123456.0 and 0.0001.
  private static final int LARGEST_POINT = 16;
  private static final int SMALLEST_POINT = -4;

  // Below this, one digit may be enough where Java always writes two: 5e-324, not 4.9e-324.
  private static final double FEW_DIGITS = 32 * Double.MIN_VALUE;

  private FloatRepr() {}

  /// `repr` of a float: whole numbers end in `.0`.
  static String of(double value) {
    String text = bare(value);
    boolean whole = text.chars().allMatch(sign -> sign == '-' || (sign >= '0' && sign <= '9'));
    return whole ? text + ".0" : text;
  }

  /// The same without the `.0`, as inside a complex number.
  static String bare(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    return value == 0 ? sign + "0" : sign + positive(Math.abs(value));
  }

  private static String positive(double value) {
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    if (point > LARGEST_POINT || point <= SMALLEST_POINT) {
      return scientific(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  private static BigDecimal shortest(double value) {
    if (value < FEW_DIGITS) {
      BigDecimal one = new BigDecimal(value).round(new MathContext(1));
      if (one.doubleValue() == value) {
        return one;
      }
    }
    return new BigDecimal(Double.toString(value));
  }

  private static String scientific(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power = String.valueOf(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() == 1 ? "0" : "") + power;
  }
}
