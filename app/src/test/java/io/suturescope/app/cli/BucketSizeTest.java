package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BucketSizeTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Vienna",
          "America/New_York",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "America/Sao_Paulo",
          "Africa/Monrovia");

  @Test
  void aDayOnWhichClocksGoForwardHas23Hours() {
    List<Instant> edges =
        BucketSize.DAY.edges(
            Instant.parse("2026-03-29T10:00:00Z"), Instant.parse("2026-03-29T10:00:01Z"), VIENNA);
    assertThat(edges)
        .containsExactly(
            Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void aDayOnWhichClocksGoBackHas25Hours() {
    List<Instant> edges =
        BucketSize.DAY.edges(
            Instant.parse("2026-10-25T10:00:00Z"), Instant.parse("2026-10-25T10:00:01Z"), VIENNA);
    assertThat(Duration.between(edges.getFirst(), edges.getLast())).hasHours(25);
  }

  @Test
  void theHourThatComesTwiceIsTwoBuckets() {
    List<Instant> edges =
        BucketSize.HOUR.edges(
            Instant.parse("2026-10-25T00:10:00Z"), Instant.parse("2026-10-25T01:50:00Z"), VIENNA);
    assertThat(edges)
        .containsExactly(
            Instant.parse("2026-10-25T00:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2026-10-25T02:00:00Z"));
  }

  @Test
  void hoursAreThoseOfAZoneWithHalfHours() {
    List<Instant> edges =
        BucketSize.HOUR.edges(
            Instant.parse("2026-11-20T09:40:00Z"),
            Instant.parse("2026-11-20T09:41:00Z"),
            ZoneId.of("Asia/Kolkata"));
    assertThat(edges)
        .containsExactly(
            Instant.parse("2026-11-20T09:30:00Z"), Instant.parse("2026-11-20T10:30:00Z"));
  }

  @Test
  void aDayThatAZoneLeftOutIsNoBucket() {
    List<Instant> edges =
        BucketSize.DAY.edges(
            Instant.parse("2011-12-29T20:00:00Z"),
            Instant.parse("2011-12-31T20:00:00Z"),
            ZoneId.of("Pacific/Apia"));
    assertThat(edges).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void nothingHasNoBuckets() {
    assertThat(BucketSize.HOUR.edges(Instant.EPOCH, Instant.EPOCH, VIENNA)).isEmpty();
  }

  @Property(tries = 300)
  void edgesRiseAndCoverWhateverTheZone(
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long start,
      @ForAll @IntRange(min = 1, max = 3_000_000) int seconds,
      @ForAll @IntRange(min = 0, max = 7) int zone,
      @ForAll BucketSize size) {
    Instant first = Instant.ofEpochSecond(start);
    Instant end = first.plusSeconds(seconds);
    List<Instant> edges = size.edges(first, end, ZoneId.of(ZONES.get(zone)));
    assertThat(edges.getFirst()).isBeforeOrEqualTo(first);
    assertThat(edges.getLast()).isAfterOrEqualTo(end);
    assertThat(edges).isSorted().doesNotHaveDuplicates();
    assertThat(edges.get(edges.size() - 2)).isBefore(end);
  }
}
