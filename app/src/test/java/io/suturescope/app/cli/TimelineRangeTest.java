package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.timeline.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineRangeTest {

  private static final Instant FIRST = Instant.parse("2026-11-10T08:00:00Z");
  private static final Instant LAST = Instant.parse("2026-11-20T08:00:00Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneId.of("Europe/Vienna"));

  private static Optional<TimeRange> range(String query) {
    IncidentQuery parsed = ((QueryParse.Understood) IncidentQuery.parse(query)).query();
    return TimelineRange.of(parsed, Optional.of(new TimeRange(FIRST, LAST)), CLOCK);
  }

  @Test
  void withoutTimesItIsWhatMatches() {
    assertThat(range("severity:high")).contains(new TimeRange(FIRST, LAST));
  }

  @Test
  void sinceCountsBackFromNow() {
    assertThat(range("since:2d"))
        .contains(new TimeRange(Instant.parse("2026-11-19T00:00:00Z"), LAST));
  }

  @Test
  void daysAreThoseOfTheZoneAndUntilIncludesItsDay() {
    assertThat(range("since:2026-11-01 until:2026-11-05"))
        .contains(
            new TimeRange(
                Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-05T23:00:00Z")));
  }

  @Test
  void negatedTimesDoNotCutTheRange() {
    assertThat(range("-since:2d")).contains(new TimeRange(FIRST, LAST));
  }

  @Test
  void anEndBeforeTheStartIsNoRange() {
    assertThat(range("since:2026-11-05 until:2026-11-01")).isEmpty();
  }
}
