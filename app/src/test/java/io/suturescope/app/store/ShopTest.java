package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One small real project: what the corpus suite says of all of them.
class ShopTest {

  private static final Pattern METRIC = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\": (\\d+)");

  @TempDir Path folder;
  private IncidentStore store;
  private Path shop;

  @BeforeEach
  void open() throws URISyntaxException {
    shop = Path.of(Objects.requireNonNull(ShopTest.class.getResource("/fixtures/shop")).toURI());
    store = Workshop.open(folder.resolve("w.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SourceReport add() {
    SourceTree.Opened opened = SourceTree.open(shop.resolve("project"));
    try (SourceTree tree = ((SourceTree.Opened.Tree) opened).tree();
        ImportSession session = store.importSession(Workshop.source("shop"))) {
      CodeSutureImporter.read(tree, session);
      return session.finish();
    }
  }

  @Test
  void metricsAreThoseOfCodeSuture() throws IOException {
    Map<String, Long> printed = new TreeMap<>();
    Path expected = shop.resolve("expected/metrics.json");
    Matcher metric = METRIC.matcher(Files.readString(expected, StandardCharsets.UTF_8));
    while (metric.find()) {
      printed.put(metric.group(1).replace("\\\"", "\""), Long.parseLong(metric.group(2)));
    }
    assertThat(printed).isNotEmpty();
    add();
    assertThat(store.reading().metrics(OptionalLong.empty()).values())
        .containsExactlyInAnyOrderEntriesOf(printed);
  }

  @Test
  void manyIdsTogetherFindWhatEachFindsAlone() {
    add();
    Reading reading = store.reading();
    Set<String> ids = new TreeSet<>();
    reading.forEachIncident(
        Workshop.query("is:copy"),
        RowOrder.NEWEST_FIRST,
        stored -> ids.add(stored.incident().id()));
    reading.forEachIncident(
        IncidentQuery.ALL, RowOrder.NEWEST_FIRST, stored -> ids.add(stored.incident().id()));
    Map<String, List<StoredIncident>> alone = new TreeMap<>();
    ids.forEach(id -> alone.put(id, reading.incidents(id)));
    assertThat(alone).isNotEmpty().allSatisfy((id, found) -> assertThat(found).as(id).hasSize(1));
    List<String> asked = new ArrayList<>(List.of("", "no id", "it's"));
    for (int i = 0; i < 600; i++) {
      asked.add("%012x".formatted(i));
    }
    asked.addAll(ids);
    assertThat(reading.incidents(asked)).containsExactlyInAnyOrderEntriesOf(alone);
  }

  @Test
  void aSecondImportChangesNothing() {
    SourceReport first = add();
    String before = Workshop.dump(store);
    SourceReport second = add();
    assertThat(Workshop.dump(store)).isEqualTo(before);
    assertThat(second.incidents().fresh()).isZero();
    assertThat(second.severity()).isEqualTo(first.severity());
    assertThat(second.problems()).isEqualTo(first.problems());
    assertThat(second.warnings()).isEqualTo(first.warnings());
  }

  @Test
  void countsGroupsAndRowsAgree() {
    SourceReport report = add();
    Reading reading = store.reading();
    long crashes = reading.counts(IncidentQuery.ALL).total();
    assertThat(crashes).isPositive().isEqualTo(report.incidents().crashes());
    long[] groups = reading.groupIds(IncidentQuery.ALL, GroupOrder.CRASHES);
    List<GroupRow> rows =
        reading.groups(groups, IncidentQuery.ALL, reading.extent(IncidentQuery.ALL), 10);
    assertThat(rows.stream().mapToLong(GroupRow::crashes).sum()).isEqualTo(crashes);
    assertThat(reading.patches(IncidentQuery.ALL)).isNotEmpty();
  }

  @Test
  void everyGroupLeadsToThePatchThatItsRowSpeaksOf() {
    add();
    Reading reading = store.reading();
    long[] groups = reading.groupIds(IncidentQuery.ALL, GroupOrder.CRASHES);
    for (GroupRow group : reading.groups(groups, IncidentQuery.ALL, Optional.empty(), 0)) {
      PatchRow patch = reading.patchOf(group.id()).orElseThrow();
      assertThat(patch.module()).isEqualTo(group.module());
      assertThat(patch.function()).isEqualTo(group.function());
      assertThat(patch.guardType()).isEqualTo(group.guardType());
      assertThat(reading.patches(IncidentQuery.ALL)).contains(patch);
    }
    assertThat(groups).isNotEmpty();
    assertThat(reading.patchOf(-1)).isEmpty();
  }
}
