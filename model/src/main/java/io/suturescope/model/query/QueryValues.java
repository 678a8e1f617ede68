package io.suturescope.model.query;

import io.suturescope.model.incident.Severity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks one value against its key.
final class QueryValues {

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)?(.*)", Pattern.DOTALL);
  private static final Pattern SPAN = Pattern.compile("(-?\\d{1,5})([smhdw])");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

  private QueryValues() {}

  sealed interface Checked {
    record Good(QueryValue value) implements Checked {}

    record Bad(QueryProblem problem) implements Checked {}
  }

  static Checked check(Optional<QueryKey> key, QueryParser.Piece piece) {
    if (key.isEmpty()) {
      return new Checked.Good(new QueryValue.Text(piece.text()));
    }
    return switch (key.get()) {
      case SEVERITY -> level(piece);
      case SINCE, UNTIL -> time(key.get(), piece);
      case HOUR -> hours(piece);
      case TTL -> left(piece);
      case STATUS, STATE, EFFECTIVE, VERDICT, SIGNATURE, IS -> word(key.get(), piece);
      case GUARD, FN, MODULE, FILE, EXCEPTION, SOURCE, AGENT, PYTHON, FINGERPRINT -> text(piece);
    };
  }

  private static Checked text(QueryParser.Piece piece) {
    if (piece.text().isEmpty() && !piece.quoted()) {
      return bad(piece, "Here a value is missing.", "");
    }
    return new Checked.Good(new QueryValue.Text(piece.text()));
  }

  private static Checked word(QueryKey key, QueryParser.Piece piece) {
    String word = piece.text().toLowerCase(Locale.ROOT);
    List<String> allowed = key.vocabulary();
    if (allowed.contains(word)) {
      return new Checked.Good(new QueryValue.Word(word));
    }
    return bad(
        piece,
        key.word() + ": is one of " + String.join(", ", allowed) + ".",
        Nearest.to(word, allowed).orElse(""));
  }

  private static Checked level(QueryParser.Piece piece) {
    Matcher matcher = COMPARED.matcher(piece.text());
    matcher.matches();
    Comparison comparison = comparison(Optional.ofNullable(matcher.group(1)));
    String word = matcher.group(2);
    Optional<Severity> severity = Severity.ofTyped(word);
    if (severity.isPresent()) {
      return new Checked.Good(new QueryValue.Level(comparison, severity.get()));
    }
    return bad(
        piece,
        "severity: is one of critical, high, medium, low, unknown, with <, <=, >= or > before it if"
            + " wanted.",
        Nearest.to(word, QueryKey.SEVERITY.vocabulary())
            .map(w -> comparison.sign() + w)
            .orElse(""));
  }

  private static Checked left(QueryParser.Piece piece) {
    Matcher matcher = COMPARED.matcher(piece.text());
    matcher.matches();
    Optional<Duration> span = span(matcher.group(2));
    if (span.isPresent()) {
      return new Checked.Good(
          new QueryValue.Left(comparison(Optional.ofNullable(matcher.group(1))), span.get()));
    }
    return bad(piece, "ttl: is a time left, such as <2d or >=12h.", "<2d");
  }

  private static Checked time(QueryKey key, QueryParser.Piece piece) {
    String text = piece.text();
    Optional<Duration> span = span(text);
    if (span.isPresent() && !span.get().isNegative()) {
      return new Checked.Good(new QueryValue.Ago(span.get()));
    }
    try {
      return new Checked.Good(
          text.length() <= 10
              ? new QueryValue.Day(LocalDate.parse(text))
              : new QueryValue.Moment(instant(text)));
    } catch (DateTimeException e) {
      return bad(
          piece,
          key.word()
              + ": is a span back from now such as 2d, 12h or 30m, a day such as 2026-11-01, or"
              + " a moment such as 2026-11-01T03:00:00Z.",
          "");
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Checked hours(QueryParser.Piece piece) {
    Matcher matcher = HOURS.matcher(piece.text());
    if (matcher.matches()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from + 1 : Integer.parseInt(matcher.group(2));
      if (from <= 23 && to >= 1 && to <= 24) {
        return new Checked.Good(new QueryValue.Hours(from, to));
      }
    }
    return bad(piece, "hour: is hours of the day, such as 09-17 or 22-06.", "09-17");
  }

  private static Optional<Duration> span(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          default -> Duration.ofDays(7 * count);
        });
  }

  private static Comparison comparison(Optional<String> sign) {
    return switch (sign.orElse("")) {
      case "<" -> Comparison.LESS;
      case "<=" -> Comparison.AT_MOST;
      case ">=" -> Comparison.AT_LEAST;
      case ">" -> Comparison.MORE;
      default -> Comparison.EQUAL;
    };
  }

  private static Checked bad(QueryParser.Piece piece, String message, String proposal) {
    return new Checked.Bad(new QueryProblem(piece.start(), piece.end(), message, proposal));
  }
}
