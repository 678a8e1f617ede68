package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.VerdictKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ledgers from copies and from what a run printed, of one small real project.
class VerdictsTest {

  @TempDir Path folder;
  private IncidentStore store;

  @BeforeEach
  void open() {
    store = Workshop.open(folder.resolve("w.db"));
    add(fixture("shop/project"), "shop");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Path fixture(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(VerdictsTest.class.getResource("/fixtures/" + name)).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SourceReport add(Path path, String name) {
    SourceTree.Opened opened = SourceTree.open(path);
    try (SourceTree tree = ((SourceTree.Opened.Tree) opened).tree();
        ImportSession session = store.importSession(Workshop.source(name))) {
      CodeSutureImporter.read(tree, session);
      return session.finish();
    }
  }

  private SourceReport addLog() {
    return add(fixture("run-logs/shop-py313.log"), "log");
  }

  private VerdictRow row(String function) {
    return store.reading().verdicts(Workshop.query("fn:" + function)).getFirst();
  }

  private List<String> patches(String query) {
    return store.reading().patches(Workshop.query(query)).stream()
        .map(PatchRow::function)
        .sorted()
        .toList();
  }

  private long crashes(String query) {
    return store.reading().counts(Workshop.query(query)).total();
  }

  @Test
  void copiesAloneMakeJustifiedVerdicts() {
    VerdictRow batch = row("import_batch");
    assertThat(batch.ledger().standing()).isEqualTo(VerdictKind.JUSTIFIED);
    assertThat(batch.ledger().count()).isEqualTo(6);
    assertThat(batch.ledger().coverage()).isEqualTo("1 of 1 crash");
    assertThat(batch.ledger().newestTime()).isPresent();
    assertThat(row("*totals").ledger().standing()).isEqualTo(VerdictKind.NOT_RUN);
    assertThat(patches("is:divergent")).isEmpty();
    assertThat(crashes("verdict:divergent")).isZero();
  }

  @Test
  void aPrintedTextAddsWhatNeverReachesTheDisk() {
    assertThat(addLog().printedVerdicts()).isEqualTo(15);
    VerdictRow totals = row("*totals");
    assertThat(totals.ledger().standing()).isEqualTo(VerdictKind.DIVERGENT);
    assertThat(totals.ledger().newest(VerdictKind.DIVERGENT).orElseThrow().verdict().returned())
        .contains(new Returned.Both("None", "{}"));
    assertThat(totals.ledger().newest(VerdictKind.DIVERGENT).orElseThrow().place().line())
        .isEqualTo(688);
    assertThat(row("import_batch").ledger().count()).isEqualTo(6);
    assertThat(patches("is:divergent")).containsExactly("Order.totals");
    assertThat(patches("verdict:divergent")).containsExactly("Order.totals");
    assertThat(patches("verdict:unnecessary")).containsExactly("Order.shipping");
    assertThat(crashes("verdict:divergent")).isEqualTo(1);
    assertThat(crashes("is:divergent")).isEqualTo(1);
    assertThat(crashes("verdict:unnecessary")).isEqualTo(2);
    assertThat(crashes("verdict:justified") + crashes("verdict:not_run"))
        .isEqualTo(crashes("") - 3);
    assertThat(store.reading().verdicts(Workshop.query("")))
        .extracting(row -> row.ledger().standing())
        .isSorted();
    assertThat(store.reading().verdicts(Workshop.query(""))).allMatch(r -> r.patch().isPresent());
  }

  @Test
  void theSameTextTwiceChangesNothing() {
    addLog();
    String before = Workshop.dump(store);
    addLog();
    assertThat(Workshop.dump(store)).isEqualTo(before);
  }

  @Test
  void everyPatchHasTheWordOfWhatStands() {
    addLog();
    Map<String, String> words = new TreeMap<>();
    store
        .reading()
        .patches(Workshop.query(""))
        .forEach(patch -> words.put(patch.function(), patch.verdict().word()));
    assertThat(words)
        .containsEntry("Order.totals", "divergent")
        .containsEntry("Order.shipping", "unnecessary")
        .containsEntry("import_batch", "justified")
        .containsEntry("Cart.Badge.text", "not_run")
        .containsEntry("tax", "not_run");
  }

  @Test
  void whatIsUnnecessaryCanGoUnlessTheVerdictMayBeAboutAnother() {
    assertThat(patches("is:removable")).isEmpty();
    addLog();
    assertThat(patches("is:removable")).containsExactly("Order.shipping");
    assertThat(crashes("is:removable")).isEqualTo(2);
    add(fixture("shop/project"), "other shop");
    addLog();
    assertThat(patches("verdict:unnecessary")).hasSize(2);
    assertThat(patches("is:removable")).isEmpty();
  }

  @Test
  void aBareNameOfSeveralPatchesIsAboutEachOfThem() throws IOException {
    add(fixture("shop/project"), "other shop");
    addLog();
    VerdictRow totals = row("*totals");
    assertThat(totals.ledger().ambiguous()).isTrue();
    assertThat(
            totals
                .ledger()
                .newest(VerdictKind.DIVERGENT)
                .map(e -> e.mayBeAbout().size() + " " + e.sharedOriginal()))
        .isEqualTo(Optional.of("2 false"));
    assertThat(patches("is:divergent")).hasSize(2);
    Path text =
        Files.writeString(
            folder.resolve("x.txt"),
            "[CodeSuture SHADOW] ⚠ /x/nowhere.py:gone: original returned 1, patched returned 2."
                + " Results diverge.\n");
    add(text, "x");
    List<VerdictRow> divergent = store.reading().verdicts(Workshop.query("verdict:divergent"));
    assertThat(divergent).extracting(r -> r.patch().isPresent()).containsExactly(true, true, false);
    assertThat(divergent.getLast().file()).isEqualTo("/x/nowhere.py");
  }
}
