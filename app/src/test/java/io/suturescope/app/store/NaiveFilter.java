package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The query language in plain Java, incident by incident: what the store must agree with.
record NaiveFilter(IncidentQuery query, ZoneId zone, Instant now) {

  boolean matches(Incident incident) {
    boolean copies =
        query.of(QueryKey.IS).stream()
            .anyMatch(t -> !t.negated() && t.values().contains(new QueryValue.Word("copy")));
    return (copies || !incident.shadowVerified())
        && query.terms().stream().allMatch(t -> matches(incident, t) != t.negated());
  }

  private boolean matches(Incident incident, QueryTerm term) {
    return term.values().stream().anyMatch(v -> matches(incident, term.key(), v));
  }

  private boolean matches(Incident i, Optional<QueryKey> key, QueryValue value) {
    if (key.isEmpty()) {
      return words(i, ((QueryValue.Text) value).text());
    }
    return switch (key.get()) {
      case SEVERITY -> ((QueryValue.Level) value).matches(i.severity());
      case STATUS -> i.status().word().equals(((QueryValue.Word) value).word());
      case GUARD -> glob(value, i.guardType());
      case FN -> glob(value, i.function());
      case MODULE -> glob(value, i.module());
      case FILE -> glob(value, i.filePath());
      case EXCEPTION -> glob(value, i.exceptionType());
      case FINGERPRINT -> glob(value, i.fingerprint());
      case PYTHON ->
          glob(value, i.pythonVersion())
              || i.pythonVersion().startsWith(((QueryValue.Text) value).text() + ".");
      case SINCE -> i.time().filter(t -> !t.isBefore(start(value))).isPresent();
      case UNTIL -> i.time().filter(t -> t.isBefore(end(value))).isPresent();
      case HOUR ->
          i.time()
              .filter(t -> ((QueryValue.Hours) value).contains(t.atZone(zone).getHour()))
              .isPresent();
      case IS -> ((QueryValue.Word) value).word().equals("copy") && i.shadowVerified();
      default -> throw new IllegalArgumentException("not compared here: " + key);
    };
  }

  private static boolean glob(QueryValue value, String name) {
    String[] pieces = ((QueryValue.Text) value).text().toLowerCase(Locale.ROOT).split("\\*", -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(pieces[0]));
    for (int i = 1; i < pieces.length; i++) {
      pattern.append(".*").append(Pattern.quote(pieces[i]));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL)
        .matcher(name.toLowerCase(Locale.ROOT))
        .matches();
  }

  private Instant start(QueryValue value) {
    return value instanceof QueryValue.Day day ? day.start(zone) : moment(value);
  }

  private Instant end(QueryValue value) {
    return value instanceof QueryValue.Day day ? day.end(zone) : moment(value);
  }

  private Instant moment(QueryValue value) {
    return value instanceof QueryValue.Ago(var ago)
        ? now.minus(ago)
        : ((QueryValue.Moment) value).instant();
  }

  /// Anywhere in one of the texts.
  private static boolean words(Incident i, String text) {
    QueryValue anywhere = new QueryValue.Text("*" + text + "*");
    return java.util.stream.Stream.concat(
            List.of(i.exceptionMessage(), i.function()).stream(), i.stackTrace().stream())
        .anyMatch(t -> glob(anywhere, t));
  }
}
