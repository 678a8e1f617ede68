package io.suturescope.app.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.digest.DigestRequest.Flavour;
import io.suturescope.app.digest.DigestRequest.Format;
import io.suturescope.app.digest.DigestRequest.Style;
import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.GroupRow;
import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.digest.Digest;
import io.suturescope.model.digest.Digest.CrashGroup;
import io.suturescope.model.digest.DigestDifferences;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Every number of a digest is what its query gives, also after the query was text; and the
/// differences from CodeSuture's own digest add up.
class DigestNumbersTest {

  private static final Instant NOW = Instant.parse("2026-10-25T20:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 25);

  /// @param minutes before NOW; negative for a line without a time
  record Line(
      int minutes, int function, int module, int print, Severity severity, boolean copy, int day) {

    Incident incident() {
      return new Incident(
          "%012x".formatted(Math.abs(hashCode())),
          minutes < 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofMinutes(minutes))),
          List.of("", "aa", "bb").get(print),
          "KeyError",
          "'x'",
          List.of("shop", "Shop.cart").get(module),
          List.of("total", "Total", "get*", "<lambda>", "", "a \"b\", c").get(function),
          1,
          "a.py",
          List.of(),
          severity,
          IncidentStatus.PATCHED,
          "key_guard",
          "row",
          "null",
          Optional.empty(),
          "",
          "NORMAL",
          "3.13.0",
          "1.1.0",
          7,
          1,
          "MainThread",
          copy,
          severity == Severity.UNKNOWN ? Map.of("severity", "\"FATAL\"") : Map.of());
    }
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 60 * 24 * 16),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(Severity.class),
            Arbitraries.of(false, false, false, true),
            Arbitraries.integers().between(0, 1))
        .as(Line::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 40)
  void everyNumberIsWhatItsQueryGives(
      @ForAll("lines") List<Line> lines, @ForAll boolean weekly, @ForAll boolean vienna)
      throws IOException {
    Path folder = Files.createTempDirectory("digest");
    Clock clock = Clock.fixed(NOW, ZoneId.of(vienna ? "Europe/Vienna" : "UTC"));
    Opening opening = IncidentStore.open(folder.resolve("w.suturescope"), clock);
    try (IncidentStore store = ((Opening.Ready) opening).store()) {
      add(store, lines);
      DigestRequest request =
          new DigestRequest(
              Style.SUTURESCOPE,
              weekly,
              DAY,
              Optional.empty(),
              Format.MARKDOWN,
              Flavour.GITHUB,
              Optional.empty());
      check(store.reading(), DigestText.digest(store.reading(), clock, request));
    } finally {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void add(IncidentStore store, List<Line> lines) {
    SourceIdentity source =
        new SourceIdentity("/srv/shop", "shop", "codesuture", SourceIdentity.Kind.FOLDER);
    try (ImportSession session = store.importSession(source)) {
      for (int day = 0; day < 2; day++) {
        String file = ".codesuture_incidents/incidents_2026-10-2" + (4 + day) + ".jsonl";
        session.begin(file, Mode.REPLACE);
        int at = 0;
        for (Line line : lines) {
          if (line.day() == day) {
            at++;
            session.incident(line.incident(), new Place(file, at, at * 100L, 99), line.hashCode());
          }
        }
        session.end(
            new FileMark(FileKind.INCIDENT_LOG, at, 1, at, at, 1), new LineCounts(at, 0, 0));
      }
      session.finish();
    }
  }

  private static void check(Reading reading, Digest digest) {
    for (DigestNumber number : numbers(digest)) {
      IncidentQuery again =
          switch (IncidentQuery.parse(number.query().text())) {
            case QueryParse.Understood(IncidentQuery query) -> query;
            case QueryParse.Wrong wrong -> throw new AssertionError(wrong.toString());
          };
      assertThat(number.value())
          .as(number.counted() + " " + again.text())
          .isEqualTo(counted(reading, number.counted(), again));
    }
    DigestDifferences differences = digest.differences();
    long reasons = differences.reasons().stream().mapToLong(DigestDifferences.Reason::count).sum();
    assertThat(differences.lines()).isEqualTo(digest.crashes().value() + reasons);
    long severities = digest.severities().values().stream().mapToLong(DigestNumber::value).sum();
    assertThat(severities).isEqualTo(digest.crashes().value());
    assertThat(digest.justified().value() + digest.unjudged().value())
        .isEqualTo(digest.crashes().value());
  }

  private static List<DigestNumber> numbers(Digest digest) {
    List<DigestNumber> numbers =
        new ArrayList<>(
            List.of(
                digest.crashes(),
                digest.copies(),
                digest.before(),
                digest.patterns(),
                digest.functions(),
                digest.refused().number(),
                digest.expired().number(),
                digest.notPatched().number(),
                digest.expiring().number(),
                digest.justified(),
                digest.unjudged(),
                digest.divergent().number(),
                digest.unnecessary().number()));
    numbers.addAll(digest.severities().values());
    digest.groups().shown().stream().map(CrashGroup::crashes).forEach(numbers::add);
    digest.fresh().shown().stream().map(CrashGroup::crashes).forEach(numbers::add);
    digest.differences().numbers().forEach(pair -> pair.ours().ifPresent(numbers::add));
    digest.differences().functions().shown().forEach(f -> numbers.add(f.crashes()));
    return numbers;
  }

  private static long counted(Reading reading, DigestNumber.Counted counted, IncidentQuery query) {
    return switch (counted) {
      case INCIDENTS -> reading.counts(query).total();
      case PATTERNS ->
          groups(reading, query)
              .map(GroupRow::fingerprint)
              .filter(f -> !f.isEmpty())
              .distinct()
              .count();
      case FUNCTIONS ->
          groups(reading, query).map(g -> List.of(g.module(), g.function())).distinct().count();
      case PATCHES -> reading.patches(query).size();
      case NOT_PATCHED -> reading.notPatched(query, 1_000).size();
    };
  }

  private static Stream<GroupRow> groups(Reading reading, IncidentQuery query) {
    return reading
        .groups(reading.groupIds(query, GroupOrder.FUNCTION), query, Optional.empty(), 0)
        .stream();
  }
}
