package io.suturescope.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.Reading;
import io.suturescope.app.today.Matter.Kind;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What needs somebody, on a real shop at different times. All its 25 patches were made on 20
/// November and live for 3 days.
class MorningMattersTest {

  private static final String MORNING = "2026-11-21T09:00:00Z";
  private static final String LAST_DAY = "2026-11-22T09:00:00Z";
  private static final String AFTER = "2026-12-01T09:00:00Z";

  @TempDir Path folder;
  private Path shop;

  @BeforeEach
  void copiesTheShop() throws IOException, URISyntaxException {
    Path from =
        Path.of(
            Objects.requireNonNull(MorningMattersTest.class.getResource("/fixtures/shop/project"))
                .toURI());
    shop = folder.resolve("shop");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, shop.resolve(from.relativize(file).toString()));
      }
    }
  }

  private void at(String now, BiConsumer<Reading, Clock> test) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    Path file = folder.resolve("morning.suturescope");
    try (IncidentStore store = ((Opening.Ready) IncidentStore.open(file, clock)).store()) {
      new ImportJob(store).run(List.of(shop), _ -> {});
      test.accept(store.reading(), clock);
    }
  }

  private static List<Matter> matters(Reading reading, Clock clock) {
    return new Morning(reading, clock.instant(), "since yesterday").matters();
  }

  private static Optional<Matter> matter(Reading reading, Clock clock, Kind kind) {
    return matters(reading, clock).stream().filter(m -> m.kind() == kind).findFirst();
  }

  @Test
  void theCountOfARowIsWhatItsQueryGives() {
    at(
        AFTER,
        (reading, clock) -> {
          Matter expired = matter(reading, clock, Kind.EXPIRED).orElseThrow();
          assertThat(expired.count())
              .isEqualTo(reading.patches(expired.query()).size())
              .isPositive();
          Matter fresh = matter(reading, clock, Kind.FRESH).orElseThrow();
          assertThat(fresh.count()).isEqualTo(reading.counts(fresh.query()).total()).isPositive();
          assertThat(fresh.title()).isEqualTo("New critical and high since yesterday");
        });
  }

  @Test
  void verdictsOfARunAreSaidWithTheirValues() throws IOException, URISyntaxException {
    Path log =
        Path.of(
            Objects.requireNonNull(
                    MorningMattersTest.class.getResource("/fixtures/run-logs/shop-py313.log"))
                .toURI());
    Files.copy(log, shop.resolve("run.log"));
    at(
        MORNING,
        (reading, clock) -> {
          Matter divergent = matter(reading, clock, Kind.DIVERGENT).orElseThrow();
          assertThat(divergent.sentence())
              .isEqualTo("Order.totals: the original returned None, the patched one returns {}.");
          assertThat(divergent.query().text()).isEqualTo("verdict:divergent");
          assertThat(divergent.count())
              .isEqualTo(reading.verdicts(divergent.query()).size())
              .isEqualTo(1);
          assertThat(matter(reading, clock, Kind.REMOVABLE))
              .map(Matter::sentence)
              .contains("Order.shipping: unnecessary in 1 of 1 shadow run.");
        });
  }

  @Test
  void whatHasTimeLeftIsNotExpired() {
    at(
        MORNING,
        (reading, clock) -> {
          assertThat(matter(reading, clock, Kind.EXPIRED)).isEmpty();
          assertThat(
                  new Morning(reading, clock.instant(), "")
                      .withoutFix(new PatchExaminer(reading, clock)))
              .isEmpty();
        });
  }

  @Test
  void expiredPatchesAreNotSaidToBeLive() {
    at(
        AFTER,
        (reading, clock) -> {
          Matter expired = matter(reading, clock, Kind.EXPIRED).orElseThrow();
          assertThat(expired.title()).isEqualTo("Expired, and loaded again at the next start");
          assertThat(expired.sentence()).contains("only an agent knows");
        });
  }

  @Test
  void onlyPatchesWithoutAUsableFixAreNamedBeforeTheyExpire() {
    at(
        LAST_DAY,
        (reading, clock) -> {
          Matter without =
              new Morning(reading, clock.instant(), "")
                  .withoutFix(new PatchExaminer(reading, clock))
                  .orElseThrow();
          int all = reading.patches(without.query()).size();
          assertThat(without.count()).isPositive().isLessThan(all);
          assertThat(without.sentence()).containsPattern("\\d+ suggestions? ");
        });
  }

  @Test
  void aChangedCodeFileIsASignatureToLookAt() throws IOException {
    try (Stream<Path> store = Files.list(shop.resolve(".codesuture_store"))) {
      Path code = store.filter(f -> f.toString().endsWith(".code")).sorted().findFirst().get();
      Files.write(code, new byte[] {0}, StandardOpenOption.APPEND);
    }
    at(
        MORNING,
        (reading, clock) ->
            assertThat(matter(reading, clock, Kind.SIGNATURE))
                .hasValueSatisfying(m -> assertThat(m.count()).isEqualTo(1)));
  }

  @Test
  void aTornLineLeadsToItsSource() throws IOException {
    Files.writeString(
        shop.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl"),
        "{\"incident_id\": \"ab\n",
        StandardOpenOption.APPEND);
    at(
        MORNING,
        (reading, clock) -> {
          Matter problems = matter(reading, clock, Kind.PROBLEMS).orElseThrow();
          assertThat(problems.count()).isEqualTo(1);
          assertThat(problems.source()).hasValue(reading.sources().getFirst().id());
          assertThat(problems.sentence()).startsWith(".codesuture_incidents/incidents_");
        });
  }

  @Test
  void mattersStandInTheOrderOfTheirWeight() throws IOException {
    Files.writeString(
        shop.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl"),
        "torn\n",
        StandardOpenOption.APPEND);
    at(
        AFTER,
        (reading, clock) ->
            assertThat(matters(reading, clock).stream().map(Matter::kind))
                .isSorted()
                .contains(Kind.EXPIRED, Kind.FRESH, Kind.PROBLEMS));
  }

  @Test
  void valuesPutInPlaceOfFailuresAreThoseOfThePatchesThatCrashedLately() {
    at(
        MORNING,
        (reading, clock) -> {
          List<CallerValues.CallerValue> values = CallerValues.of(reading, IncidentQuery.ALL, 100);
          assertThat(values)
              .anySatisfy(value -> {
                assertThat(value.function()).isEqualTo("unit_price");
                assertThat(value.crashes()).isPositive();
              });
          assertThat(values)
              .extracting(CallerValues.CallerValue::crashes)
              .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        });
  }

  @Test
  void longListsNameTheFirstThree() {
    assertThat(Morning.listed(List.of("a"))).isEqualTo("a");
    assertThat(Morning.listed(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Morning.listed(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Morning.listed(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 more");
  }
}
