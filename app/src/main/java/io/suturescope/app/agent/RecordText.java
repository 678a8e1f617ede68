package io.suturescope.app.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes an object as CodeSuture writes its logs: one line of ASCII, as Python's `json.dumps`
/// makes it. So a record that came whole has the very bytes of its line in the log.
final class RecordText {

  private RecordText() {}

  static String of(WireObject object) {
    return object.members().entrySet().stream()
        .map(member -> quoted(member.getKey()) + ": " + value(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case WireObject object -> of(object);
      case List<?> list ->
          list.stream().map(RecordText::value).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }

  private static final Map<Character, String> SHORT =
      Map.of(
          '"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\b', "\\b", '\f',
          "\\f");

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      String known = SHORT.get(c);
      if (known != null) {
        out.append(known);
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    return out.append('"').toString();
  }
}
