package io.suturescope.model.bytecode;

import java.util.List;

/// Shows values as Python would write them, shortened to a given number of characters.
public final class PyRendering {
  private static final int DEPTH = 8;
  private static final int SHOWN_BITS = 512;
  private static final String MORE = "...";

  private final StringBuilder text = new StringBuilder();
  private final int limit;

  private PyRendering(int limit) {
    this.limit = limit;
  }

  /// One line of at most `limit` characters plus an ellipsis, whatever the value: time and memory
  /// follow the limit, not the size of the value. Control characters are escaped.
  public static String shortened(PyValue value, int limit) {
    PyRendering rendering = new PyRendering(limit);
    rendering.show(value, 0);
    return rendering.text.length() > limit
        ? rendering.text.substring(0, limit) + MORE
        : rendering.text.toString();
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
      case PyStopIteration _ -> text.append("StopIteration");
      case PyBool bool -> text.append(bool.value() ? "True" : "False");
      case PyInt whole -> integer(whole);
      case PyFloat number -> text.append(decimal(number.value()));
      case PyComplex number -> complex(number);
      case PyBytes bytes -> bytes(bytes.value());
      case PyText string -> string(string.value());
      case PyTuple tuple -> tuple(tuple.items(), depth);
      case PyList list -> items("[", list.items(), "]", depth);
      case PySet set -> set(set, depth);
      case PyDict dict -> dict(dict, depth);
      case PySlice slice ->
          items("slice(", List.of(slice.start(), slice.stop(), slice.step()), ")", depth);
      case PyCode code -> code(code);
    }
  }

  private void integer(PyInt whole) {
    if (whole.value().bitLength() <= SHOWN_BITS) {
      text.append(whole.value());
    } else {
      text.append("<int of ").append(whole.value().bitLength()).append(" bits>");
    }
  }

  private void complex(PyComplex number) {
    text.append("complex(").append(decimal(number.real())).append(", ");
    text.append(decimal(number.imaginary())).append(')');
  }

  private static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  private void bytes(Bytes bytes) {
    text.append("b'");
    for (int index = 0; index < bytes.size() && !full(); index++) {
      character(bytes.at(index), true);
    }
    text.append('\'');
  }

  private void string(String string) {
    text.append('\'');
    int index = 0;
    while (index < string.length() && !full()) {
      int character = string.codePointAt(index);
      character(character, false);
      index += Character.charCount(character);
    }
    text.append('\'');
  }

  private void character(int character, boolean ascii) {
    switch (character) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\'', '\\' -> text.append('\\').append((char) character);
      default -> {
        if (ascii ? character >= 0x20 && character < 0x7f : printable(character)) {
          text.appendCodePoint(character);
        } else {
          text.append(String.format(escape(character), character));
        }
      }
    }
  }

  private static String escape(int character) {
    if (character < 0x100) {
      return "\\x%02x";
    }
    return character < 0x1_0000 ? "\\u%04x" : "\\U%08x";
  }

  private static boolean printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private void tuple(List<PyValue> items, int depth) {
    items("(", items, items.size() == 1 ? ",)" : ")", depth);
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
    if (depth == DEPTH && !items.isEmpty()) {
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
    if (depth == DEPTH && !dict.entries().isEmpty()) {
      text.append(MORE);
    } else {
      String separator = "";
      for (PyDict.Entry entry : dict.entries()) {
        if (full()) {
          break;
        }
        text.append(separator);
        show(entry.key(), depth + 1);
        text.append(": ");
        show(entry.value(), depth + 1);
        separator = ", ";
      }
    }
    text.append('}');
  }

  private void code(PyCode code) {
    text.append("<code ");
    string(code.qualname());
    text.append('>');
  }
}
