package io.suturescope.model.guard;

import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PyText;

/// Writes JSON values as Python does: `null` as `None`, `""` as `''`.
public final class PythonValue {
  private static final String SPACE = " \t\r\n";

  private final String json;
  private final StringBuilder python = new StringBuilder();
  private int at;

  private PythonValue(String json) {
    this.json = json;
  }

  /// The Python literal; the text itself when it is not JSON.
  public static String of(String json) {
    PythonValue value = new PythonValue(json);
    while (value.at < json.length()) {
      if (!value.token()) {
        return json;
      }
    }
    return value.python.toString();
  }

  /// Copies one token; false when there is none.
  private boolean token() {
    char first = json.charAt(at);
    if (first == '"') {
      return string();
    }
    if ("[]{}".indexOf(first) >= 0) {
      python.append(first);
      at++;
      return true;
    }
    if (first == ',' || first == ':') {
      python.append(first).append(' ');
      at++;
      return true;
    }
    if (SPACE.indexOf(first) >= 0) {
      at++;
      return true;
    }
    return word();
  }

  private boolean word() {
    int start = at;
    while (at < json.length()
        && "[]{},:\"".indexOf(json.charAt(at)) < 0
        && SPACE.indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String word = json.substring(start, at);
    switch (word) {
      case "null" -> python.append("None");
      case "true" -> python.append("True");
      case "false" -> python.append("False");
      case "NaN" -> python.append("nan");
      case "Infinity" -> python.append("inf");
      case "-Infinity" -> python.append("-inf");
      default -> {
        python.append(word);
        return word.matches("-?[0-9.eE+-]+");
      }
    }
    return true;
  }

  private boolean string() {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < json.length() && json.charAt(at) != '"') {
      char character = json.charAt(at++);
      if (character != '\\') {
        text.append(character);
      } else if (!escape(text)) {
        return false;
      }
    }
    if (at >= json.length()) {
      return false;
    }
    at++;
    python.append(PyRepr.of(new PyText(text.toString())));
    return true;
  }

  private boolean escape(StringBuilder text) {
    if (at >= json.length()) {
      return false;
    }
    char kind = json.charAt(at++);
    int control = "bfnrt".indexOf(kind);
    if (control >= 0) {
      text.append("\b\f\n\r\t".charAt(control));
      return true;
    }
    if (kind != 'u') {
      text.append(kind);
      return "\"\\/".indexOf(kind) >= 0;
    }
    String digits = at + 4 <= json.length() ? json.substring(at, at + 4) : "";
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      return false;
    }
    text.append((char) Integer.parseInt(digits, 16));
    at += 4;
    return true;
  }
}
