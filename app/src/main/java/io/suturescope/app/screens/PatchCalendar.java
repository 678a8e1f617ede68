package io.suturescope.app.screens;

import io.suturescope.app.export.IcsCalendar;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.life.Burndown;
import io.suturescope.model.life.TtlEnd;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.query.Comparison;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.patches.CalendarState;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When the time of the listed patches ends. Off the UI thread.
///
/// @param fixable patches for which a usable fix is known
record PatchCalendar(PatchListing listing, Predicate<PatchRow> fixable, TimeView time) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final int WEEK = 7;

  /// What is no longer in force has no end to wait for.
  private static final Set<EffectiveState> IN_FORCE =
      Set.of(
          EffectiveState.LIVE,
          EffectiveState.LOADS,
          EffectiveState.EXPIRED_LIVE,
          EffectiveState.EXPIRED_LOADS,
          EffectiveState.REOPENED,
          EffectiveState.MEMORY_ONLY);

  /// What ends on one day.
  private record Ends(List<Integer> places, long over, long noFix) {
    private static final Ends NONE = new Ends(List.of(), 0, 0);

    Ends and(int place, boolean isOver, boolean fixed) {
      List<Integer> more = new ArrayList<>(places);
      more.add(place);
      return new Ends(more, over + (isOver ? 1 : 0), noFix + (fixed ? 0 : 1));
    }
  }

  static boolean isInForce(PatchRow row) {
    return IN_FORCE.contains(row.effectiveState());
  }

  LocalDate today() {
    return LocalDate.ofInstant(time.now(), time.zone());
  }

  /// The month with this day, and the patches of the chosen day.
  CalendarState month(YearMonth month, Optional<LocalDate> chosen) {
    Map<LocalDate, Ends> ends = ends();
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    return new CalendarState(
        MONTH.format(month),
        days(first, days / WEEK * WEEK, month, ends),
        days(today(), Burndown.DAYS, month, ends),
        Burndown.of(ttlEnds(), time.zone(), time.now()).sentence(),
        chosen.map(day -> chosen(day, ends.getOrDefault(day, Ends.NONE))));
  }

  private List<CalendarState.Day> days(
      LocalDate first, int count, YearMonth month, Map<LocalDate, Ends> ends) {
    LocalDate today = today();
    return IntStream.range(0, count)
        .mapToObj(first::plusDays)
        .map(date -> {
          Ends of = ends.getOrDefault(date, Ends.NONE);
          return new CalendarState.Day(
              date,
              YearMonth.from(date).equals(month),
              date.isBefore(today),
              date.equals(today),
              of.places().size(),
              of.over(),
              of.noFix());
        })
        .toList();
  }

  private Map<LocalDate, Ends> ends() {
    Map<LocalDate, Ends> ends = new HashMap<>();
    for (int place = 0; place < listing.entries().size(); place++) {
      PatchRow row = listing.entries().get(place).row();
      Optional<Instant> end = row.ttlEnd().filter(_ -> isInForce(row));
      if (end.isPresent()) {
        LocalDate day = LocalDate.ofInstant(end.get(), time.zone());
        boolean over = !time.now().isBefore(end.get());
        ends.put(day, ends.getOrDefault(day, Ends.NONE).and(place, over, fixable.test(row)));
      }
    }
    return ends;
  }

  private Stream<PatchRow> inForce() {
    return listing.entries().stream()
        .map(PatchEntry::row)
        .filter(PatchCalendar::isInForce)
        .filter(row -> row.ttlEnd().isPresent());
  }

  private List<TtlEnd> ttlEnds() {
    return inForce().map(row -> new TtlEnd(row.ttlEnd().orElseThrow(), fixable.test(row))).toList();
  }

  private CalendarState.Chosen chosen(LocalDate day, Ends ends) {
    return new CalendarState.Chosen(
        day, DAY.format(day), ends.places(), new IncidentQuery(terms(day)).text());
  }

  private List<QueryTerm> terms(LocalDate day) {
    Instant start = day.atStartOfDay(time.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(time.zone()).toInstant();
    return List.of(left(Comparison.AT_LEAST, start), left(Comparison.LESS, end));
  }

  private QueryTerm left(Comparison comparison, Instant at) {
    Duration left = Duration.ofSeconds(Duration.between(time.now(), at).toSeconds());
    return QueryTerm.of(QueryKey.TTL, new QueryValue.Left(comparison, left));
  }

  /// The query that asks for what ends on the day.
  IncidentQuery asking(IncidentQuery query, LocalDate day) {
    return new IncidentQuery(
        Stream.concat(query.without(QueryKey.TTL).terms().stream(), terms(day).stream()).toList());
  }

  /// All ends as a calendar file.
  byte[] file() {
    List<IcsCalendar.End> ends =
        inForce()
            .map(row ->
                new IcsCalendar.End(
                    row.id(),
                    row.source().identity().path(),
                    row.module(),
                    row.function(),
                    String.join(", ", row.guards()),
                    row.ttlEnd().orElseThrow(),
                    row.effectiveReason()))
            .toList();
    return IcsCalendar.text(ends, time.now()).getBytes(StandardCharsets.UTF_8);
  }
}
