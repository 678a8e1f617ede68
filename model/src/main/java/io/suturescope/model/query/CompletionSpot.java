package io.suturescope.model.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is being typed at the caret of a query text: a key, or a value of a key.
///
/// @param key the key whose value is typed; empty while a key or a bare word is typed
/// @param prefix what of it stands left of the caret
/// @param start where the completed text goes
/// @param end behind what it replaces
public record CompletionSpot(Optional<QueryKey> key, String prefix, int start, int end) {

  /// Finds the spot. `caret` is from 0 to the length of the text.
  public static CompletionSpot at(String text, int caret) {
    int start = termStart(text, caret);
    int end = caret;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && text.charAt(end) != ',') {
      end++;
    }
    if (start < caret && text.charAt(start) == '-') {
      start++;
    }
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon >= caret) {
      return new CompletionSpot(Optional.empty(), text.substring(start, caret), start, end);
    }
    Optional<QueryKey> key = QueryKey.ofWord(text.substring(start, colon));
    int valueStart = Math.max(colon, text.lastIndexOf(',', caret - 1)) + 1;
    while (valueStart < caret && "<>=\"".indexOf(text.charAt(valueStart)) >= 0) {
      valueStart++;
    }
    return new CompletionSpot(key, text.substring(valueStart, caret), valueStart, end);
  }

  /// Keys that the prefix may become; empty while a value is typed.
  public List<QueryKey> keys() {
    if (key.isPresent()) {
      return List.of();
    }
    return Arrays.stream(QueryKey.values()).filter(k -> k.word().startsWith(prefix)).toList();
  }

  private static int termStart(String text, int caret) {
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < caret; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && Character.isWhitespace(c)) {
        start = i + 1;
      }
    }
    return start;
  }
}
