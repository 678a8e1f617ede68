package io.suturescope.model.digest;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.timeline.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Whole days of a zone, from the first to the last inclusive. A day on which the clocks change has
/// 23 or 25 hours.
public record DigestPeriod(LocalDate first, LocalDate last, ZoneId zone) {

  private static final int WEEK = 7;

  public DigestPeriod {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a period cannot end before it starts");
    }
  }

  public static DigestPeriod day(LocalDate day, ZoneId zone) {
    return new DigestPeriod(day, day, zone);
  }

  /// Seven days that end with this one.
  public static DigestPeriod week(LocalDate end, ZoneId zone) {
    return new DigestPeriod(end.minusDays(WEEK - 1L), end, zone);
  }

  public boolean weekly() {
    return !first.equals(last);
  }

  public TimeRange range() {
    return new TimeRange(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// As many days that end the day before.
  public DigestPeriod before() {
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    return new DigestPeriod(first.minusDays(days), first.minusDays(1), zone);
  }

  /// What happened in it; to be asked in its zone.
  public IncidentQuery query() {
    return new IncidentQuery(
        List.of(
            QueryTerm.of(QueryKey.SINCE, new QueryValue.Day(first)),
            QueryTerm.of(QueryKey.UNTIL, new QueryValue.Day(last))));
  }
}
