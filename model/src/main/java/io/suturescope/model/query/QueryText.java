package io.suturescope.model.query;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// The text form of terms; the inverse of {@link QueryParser}.
final class QueryText {

  private QueryText() {}

  static String of(QueryTerm term) {
    String values = term.values().stream().map(QueryText::of).collect(Collectors.joining(","));
    return (term.negated() ? "-" : "") + term.key().map(k -> k.word() + ":").orElse("") + values;
  }

  private static String of(QueryValue value) {
    return switch (value) {
      case QueryValue.Text(String text) -> quoted(text);
      case QueryValue.Word(String word) -> word;
      case QueryValue.Level(Comparison comparison, var severity) ->
          comparison.sign() + severity.name().toLowerCase(Locale.ROOT);
      case QueryValue.Ago(Duration duration) -> span(duration);
      case QueryValue.Day(var date) -> date.toString();
      case QueryValue.Moment(var instant) -> instant.toString();
      case QueryValue.Hours(int from, int to) -> String.format(Locale.ROOT, "%02d-%02d", from, to);
      case QueryValue.Left(Comparison comparison, Duration duration) ->
          comparison.sign() + span(duration);
    };
  }

  /// The largest unit up to days that says it exactly.
  static String span(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars()
                .noneMatch(c -> c <= ' ' || c == '"' || c == ',' || c == ':' || c == '\\')
            && text.charAt(0) != '-';
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
