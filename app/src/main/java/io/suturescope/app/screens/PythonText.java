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
        if (end < 0) {
          return out.append(json, at, json.length()).toString();
        }
        out.append(quoted(json.substring(at + 1, end)));
        at = end + 1;
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

  /// Position of the quote that closes; -1 when none does.
  private static int stringEnd(String json, int open) {
    int at = open + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at < json.length() ? at : -1;
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
