package io.suturescope.model.bytecode;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/// Writes values as Python's `repr` does, as `dis` prints them.
///
/// The order of the items of a set has no meaning: it is that of the bytes. Which characters are
/// escaped depends on the Unicode version, and so on the Python.
public final class PyRepr {
  /// The longest text that [#of(PyValue)] makes: a million characters.
  public static final int LONGEST = 1_000_000;

  private static final int NEWEST = 14;

  /// What ends a text that was cut.
  private static final String MORE = "...";

  // Python refuses to write more decimal digits than this.
  private static final int DECIMAL_DIGITS = 4_300;
  private static final BigInteger DECIMAL_END = BigInteger.TEN.pow(DECIMAL_DIGITS);
  private static final int HEX_BITS = 100_000;

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private final Style style;
  private final int minor;

  /// How exact a text is.
  private enum Style {
    /// As Python writes it.
    EXACT(200, DECIMAL_END.bitLength()),
    /// For one line on a screen: shallow, code objects by their names, large numbers by their size.
    SHORT(8, 512);

    private final int depth;
    private final int bits;

    Style(int depth, int bits) {
      this.depth = depth;
      this.bits = bits;
    }
  }

  private PyRepr(int limit, Style style, int minor) {
    this.limit = limit;
    this.style = style;
    this.minor = minor;
  }

  /// The `repr` of a value in CPython 3.14, whole up to [#LONGEST] characters and 200 levels. Whole
  /// numbers of more than 4,300 digits, which Python refuses to write, are hexadecimal, and above
  /// 100,000 bits named by their size. The address of a code object is `0xADDR`.
  public static String of(PyValue value) {
    return of(value, LONGEST, NEWEST);
  }

  /// The same in another CPython, cut to `limit` characters plus `...`; time and memory follow the
  /// limit.
  ///
  /// @param minor the 12 of 3.12
  public static String of(PyValue value, int limit, int minor) {
    return text(value, limit, Style.EXACT, minor);
  }

  /// What [PyRendering] shows.
  static String shortened(PyValue value, int limit) {
    return text(value, limit, Style.SHORT, NEWEST);
  }

  private static String text(PyValue value, int limit, Style style, int minor) {
    PyRepr repr = new PyRepr(limit, style, minor);
    repr.show(value, 0);
    return repr.full() ? repr.text.substring(0, limit) + MORE : repr.text.toString();
  }

  private boolean full() {
    return text.length() > limit;
  }

  private void show(PyValue value, int depth) {
    if (full()) {
      return;
    }
    switch (value) {
      case PyNone _ -> text.append("None");
      case PyEllipsis _ -> text.append("Ellipsis");
      case PyStopIteration _ -> text.append("<class 'StopIteration'>");
      case PyBool bool -> text.append(bool.value() ? "True" : "False");
      case PyInt whole -> integer(whole.value());
      case PyFloat number -> text.append(FloatRepr.of(number.value()));
      case PyComplex number -> complex(number.real(), number.imaginary());
      case PyBytes bytes -> bytes(bytes.value());
      case PyText string -> string(string.value(), string.torn());
      case PyTuple tuple ->
          items("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")", depth);
      case PyList list -> items("[", list.items(), "]", depth);
      case PySet set -> set(set, depth);
      case PyDict dict -> dict(dict, depth);
      case PySlice slice ->
          items("slice(", List.of(slice.start(), slice.stop(), slice.step()), ")", depth);
      case PyCode code -> code(code);
    }
  }

  private void integer(BigInteger whole) {
    if (whole.bitLength() <= style.bits && whole.abs().compareTo(DECIMAL_END) < 0) {
      text.append(whole);
    } else if (style == Style.EXACT && whole.bitLength() <= HEX_BITS) {
      text.append(whole.signum() < 0 ? "-0x" : "0x").append(whole.abs().toString(16));
    } else {
      text.append("<int of ").append(whole.bitLength()).append(" bits>");
    }
  }

  private void complex(double real, double imaginary) {
    String imaginaryText = FloatRepr.bare(imaginary) + "j";
    if (real == 0 && Math.copySign(1, real) > 0) {
      text.append(imaginaryText);
    } else {
      text.append('(').append(FloatRepr.bare(real));
      text.append(imaginaryText.startsWith("-") ? "" : "+").append(imaginaryText).append(')');
    }
  }

  private void bytes(Bytes bytes) {
    boolean single = false;
    boolean twofold = false;
    for (int index = 0; index < bytes.size() && !(single && twofold); index++) {
      single |= bytes.at(index) == '\'';
      twofold |= bytes.at(index) == '"';
    }
    char quote = single && !twofold ? '"' : '\'';
    text.append('b').append(quote);
    for (int index = 0; index < bytes.size() && !full(); index++) {
      character(bytes.at(index), quote, true);
    }
    text.append(quote);
  }

  private void string(String string, List<Integer> torn) {
    char quote = string.indexOf('\'') >= 0 && string.indexOf('"') < 0 ? '"' : '\'';
    text.append(quote);
    int index = 0;
    while (index < string.length() && !full()) {
      int character = string.codePointAt(index);
      if (character > Character.MAX_VALUE && Collections.binarySearch(torn, index) >= 0) {
        character = string.charAt(index);
      }
      character(character, quote, false);
      index += Character.charCount(character);
    }
    text.append(quote);
  }

  private void character(int character, char quote, boolean ascii) {
    if (character == quote || character == '\\') {
      text.append('\\').append((char) character);
    } else if (character >= 0x20 && character < 0x7f) {
      text.append((char) character);
    } else if (!ascii && printable(character)) {
      text.appendCodePoint(character);
    } else {
      switch (character) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> escape(character);
      }
    }
  }

  private void escape(int character) {
    int digits = character < 0x100 ? 2 : character < 0x1_0000 ? 4 : 8;
    text.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((character >> shift) & 15, 16));
    }
  }

  private boolean printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> PrintableSince.minor(character) <= minor;
    };
  }

  private void set(PySet set, int depth) {
    if (set.items().isEmpty()) {
      text.append(set.frozen() ? "frozenset()" : "set()");
    } else if (set.frozen()) {
      items("frozenset({", set.items(), "})", depth);
    } else {
      items("{", set.items(), "}", depth);
    }
  }

  private void items(String open, List<PyValue> items, String close, int depth) {
    text.append(open);
    if (depth == style.depth && !items.isEmpty()) {
      text.append(MORE);
    } else {
      for (int index = 0; index < items.size() && !full(); index++) {
        text.append(index == 0 ? "" : ", ");
        show(items.get(index), depth + 1);
      }
    }
    text.append(close);
  }

  private void dict(PyDict dict, int depth) {
    text.append('{');
    if (depth == style.depth && !dict.entries().isEmpty()) {
      text.append(MORE);
    } else {
      for (int index = 0; index < dict.entries().size() && !full(); index++) {
        text.append(index == 0 ? "" : ", ");
        show(dict.entries().get(index).key(), depth + 1);
        text.append(": ");
        show(dict.entries().get(index).value(), depth + 1);
      }
    }
    text.append('}');
  }

  private void code(PyCode code) {
    if (style == Style.SHORT) {
      text.append("<code ");
      string(code.qualname(), List.of());
      text.append('>');
      return;
    }
    text.append("<code object ");
    plain(code.name());
    text.append(" at 0xADDR, file \"");
    plain(code.filename());
    int line = code.firstlineno();
    text.append("\", line ").append(line == 0 ? -1 : line).append('>');
  }

  private void plain(String string) {
    text.append(string, 0, Math.min(string.length(), Math.max(0, limit + 1 - text.length())));
  }
}
