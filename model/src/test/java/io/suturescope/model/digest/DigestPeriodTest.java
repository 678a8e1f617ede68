package io.suturescope.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DigestPeriodTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  @Test
  void aDayOfTheZoneHas23Or25HoursWhenTheClocksChange() {
    DigestPeriod spring = DigestPeriod.day(LocalDate.of(2026, 3, 29), VIENNA);
    DigestPeriod autumn = DigestPeriod.day(LocalDate.of(2026, 10, 25), VIENNA);
    assertThat(spring.range().length()).isEqualTo(Duration.ofHours(23));
    assertThat(autumn.range().length()).isEqualTo(Duration.ofHours(25));
    assertThat(autumn.range().start()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
  }

  @Test
  void aWeekIsSevenDaysThatEndWithTheDayAndFollowsTheWeekBefore() {
    DigestPeriod week = DigestPeriod.week(LocalDate.of(2026, 11, 20), ZoneOffset.UTC);
    assertThat(week.first()).isEqualTo(LocalDate.of(2026, 11, 14));
    assertThat(week.before().first()).isEqualTo(LocalDate.of(2026, 11, 7));
    assertThat(week.before().last()).isEqualTo(LocalDate.of(2026, 11, 13));
    assertThat(week.before().range().end()).isEqualTo(week.range().start());
    assertThat(week.query().text()).isEqualTo("since:2026-11-14 until:2026-11-20");
  }
}
