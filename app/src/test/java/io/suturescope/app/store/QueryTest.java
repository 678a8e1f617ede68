package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is asked, roll-ups, full text and indexes must say what looking at each incident says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {

  private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
  private static final List<String> TERMS =
      List.of(
          "severity:critical",
          "severity:>=high",
          "severity:low,unknown",
          "status:patched,skipped",
          "guard:key_guard",
          "fn:*total",
          "fn:GRÖSSE,größe",
          "fn:<lambda>",
          "module:shop*",
          "file:*api*",
          "exception:keyerror",
          "python:3.1",
          "python:3.12",
          "fingerprint:00aa",
          "since:3d",
          "since:2026-05-20",
          "until:1d",
          "until:2026-05-25",
          "until:2026-05-24T10:20:30Z",
          "hour:09-17",
          "hour:22-03",
          "is:copy",
          "user",
          "\"is not call\"",
          "\"S NOT C\"",
          "total",
          "otal",
          "ame",
          "RÖSS",
          "rö*e",
          "\"naïve \ud800\"",
          "is*all",
          "*",
          "%",
          "user_name",
          "\\",
          "nowhere",
          "\"return user\",index");

  private final List<Incident> incidents = Incidents.random(600, 7);
  private IncidentStore store;

  @BeforeAll
  void fill(@TempDir Path folder) {
    store = Workshop.open(folder.resolve("w.db"), ZONE);
    Workshop.add(store, "/one", "a.jsonl", incidents.subList(0, 250));
    Workshop.add(store, "/two", "b.jsonl", incidents.subList(250, 600));
  }

  @AfterAll
  void close() {
    store.close();
  }

  private List<Incident> expected(IncidentQuery query) {
    NaiveFilter filter = new NaiveFilter(query, ZONE, Incidents.NOW);
    return incidents.stream().filter(filter::matches).toList();
  }

  private static List<IncidentQuery> queries() {
    List<IncidentQuery> queries = new ArrayList<>(List.of(IncidentQuery.ALL));
    for (String term : TERMS) {
      queries.add(Workshop.query(term));
      queries.add(Workshop.query("-" + term));
    }
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 2 + random.nextInt(2); n > 0; n--) {
        text.append(random.nextInt(4) == 0 ? " -" : " ");
        text.append(TERMS.get(random.nextInt(TERMS.size())));
      }
      queries.add(Workshop.query(text.toString().strip()));
    }
    return queries;
  }

  @Test
  void rowsAreThoseThatMatchEachByItself() {
    for (IncidentQuery query : queries()) {
      List<String> found = new ArrayList<>();
      store
          .reading()
          .forEachIncident(query, RowOrder.NEWEST_FIRST, i -> found.add(i.incident().id()));
      assertThat(found)
          .as(query.text())
          .containsExactlyInAnyOrderElementsOf(expected(query).stream().map(Incident::id).toList());
    }
  }

  @Test
  void storedIncidentsAreWhatWasImported() {
    List<Incident> found = new ArrayList<>();
    store
        .reading()
        .forEachIncident(IncidentQuery.ALL, RowOrder.OLDEST_FIRST, i -> found.add(i.incident()));
    store
        .reading()
        .forEachIncident(
            Workshop.query("is:copy"), RowOrder.OLDEST_FIRST, i -> found.add(i.incident()));
    assertThat(found).containsExactlyInAnyOrderElementsOf(incidents);
  }

  @Test
  void countsAgreeWithRows() {
    for (IncidentQuery query : queries()) {
      List<Incident> expected = expected(query);
      var counts = store.reading().counts(query);
      for (var severity : io.suturescope.model.incident.Severity.values()) {
        assertThat(counts.of(severity))
            .as(query.text() + " " + severity)
            .isEqualTo(expected.stream().filter(i -> i.severity() == severity).count());
      }
    }
  }

  @Test
  void timelinesSumUpToCountsWhateverTheBuckets() {
    Instant start = Instant.parse("2026-05-16T00:00:00Z");
    TimeRange range = new TimeRange(start, Instant.parse("2026-05-28T00:00:00Z"));
    for (IncidentQuery query : queries()) {
      for (Duration bucket :
          List.of(Duration.ofDays(1), Duration.ofHours(5), Duration.ofMinutes(90))) {
        SeverityTimeline line = store.reading().timeline(query, range, bucket);
        assertThat(line.total().total() + line.undated())
            .as(query.text() + " " + bucket)
            .isEqualTo(expected(query).size());
      }
    }
  }

  @Test
  void bucketsHoldWhatHappenedInThem() {
    Instant start = Instant.parse("2026-05-18T02:30:00Z");
    TimeRange range = new TimeRange(start, Instant.parse("2026-05-24T07:45:00Z"));
    for (IncidentQuery query : queries()) {
      SeverityTimeline line = store.reading().timeline(query, range, Duration.ofHours(7));
      for (int b = 0; b < line.buckets().size(); b++) {
        Instant from = line.buckets().get(b).start();
        Instant until =
            b + 1 < line.buckets().size() ? line.buckets().get(b + 1).start() : range.end();
        assertThat(line.buckets().get(b).counts().total())
            .as(query.text() + " " + from)
            .isEqualTo(
                expected(query).stream()
                    .filter(i -> i.time().filter(new TimeRange(from, until)::contains).isPresent())
                    .count());
      }
    }
  }

  @Test
  void groupsSumUpAndKnowTheirTimes() {
    for (IncidentQuery query : queries()) {
      List<Incident> expected = expected(query);
      long[] ids = store.reading().groupIds(query, GroupOrder.CRASHES);
      List<GroupRow> rows = store.reading().groups(ids, query, Optional.empty(), 0);
      assertThat(rows).as(query.text()).hasSameSizeAs(new TreeSet<>(groups(expected)));
      assertThat(rows.stream().mapToLong(GroupRow::crashes).sum()).isEqualTo(expected.size());
      assertThat(rows).isSortedAccordingTo(Comparator.comparingLong(GroupRow::crashes).reversed());
      for (GroupRow row : rows) {
        List<Instant> times =
            expected.stream()
                .filter(i -> group(i).equals(group(row)))
                .flatMap(i -> i.time().stream())
                .sorted()
                .toList();
        assertThat(row.first()).as(query.text()).isEqualTo(times.stream().findFirst());
        assertThat(row.last()).isEqualTo(times.stream().reduce((a, b) -> b));
      }
    }
  }

  private static List<String> groups(List<Incident> incidents) {
    return incidents.stream().map(QueryTest::group).toList();
  }

  private static String group(Incident i) {
    return String.join(
        "|", i.fingerprint(), i.module(), i.function(), i.guardType(), i.exceptionType());
  }

  private static String group(GroupRow r) {
    return String.join(
        "|", r.fingerprint(), r.module(), r.function(), r.guardType(), r.exceptionType());
  }

  @Test
  void pagesInBothOrdersGiveEveryRowOnce() {
    for (RowOrder order : RowOrder.values()) {
      List<Long> ids = new ArrayList<>();
      Optional<PageKey> after = Optional.empty();
      do {
        IncidentPage page =
            store.reading().page(IncidentQuery.ALL, OptionalLong.empty(), order, after, 37);
        page.rows().forEach(r -> ids.add(r.id()));
        after = page.next();
      } while (after.isPresent());
      assertThat(ids).doesNotHaveDuplicates().hasSize(expected(IncidentQuery.ALL).size());
      assertThat(store.reading().rowIds(IncidentQuery.ALL, OptionalLong.empty(), order, 10_000))
          .containsExactly(ids.stream().mapToLong(Long::longValue).toArray());
    }
  }

  @Test
  void extentRunsFromTheFirstToJustAfterTheLastMatch() {
    for (IncidentQuery query : queries()) {
      List<Instant> times =
          expected(query).stream().flatMap(i -> i.time().stream()).sorted().toList();
      assertThat(store.reading().extent(query).map(TimeRange::start))
          .as(query.text())
          .isEqualTo(times.stream().findFirst());
    }
  }
}
