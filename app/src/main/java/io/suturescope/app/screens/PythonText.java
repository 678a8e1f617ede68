package io.suturescope.app.screens;

/// JSON as Python would print it, for values that a guard puts in place of an exception.
final class PythonText {

  private PythonText() {}

  /// Turns the words `null`, `true`, `false` outside of strings into Python's, and strings into its
  /// quotes. Text that is no JSON comes back as it is.
  static String of(String json) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c == '"') {
        int end = stringEnd(json, at);
        out.append(quoted(json.substring(at + 1, Math.max(at + 1, end - 1))));
        at = end;
      } else if (Character.isLetter(c)) {
        int end = at;
        while (end < json.length() && Character.isLetter(json.charAt(end))) {
          end++;
        }
        out.append(word(json.substring(at, end)));
        at = end;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static int stringEnd(String json, int open) {
    int at = open + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, json.length());
  }

  private static String quoted(String inner) {
    String plain = inner.replace("\\\"", "\"").replace("\\/", "/");
    if (plain.indexOf('\'') < 0) {
      return "'" + plain + "'";
    }
    return plain.indexOf('"') < 0 ? '"' + plain + '"' : "'" + plain.replace("'", "\\'") + "'";
  }

  private static String word(String word) {
    return switch (word) {
      case "null" -> "None";
      case "true" -> "True";
      case "false" -> "False";
      default -> word;
    };
  }
}
