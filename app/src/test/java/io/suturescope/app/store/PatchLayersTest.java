package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.PatchRow.Layer;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A patch is one function of one source, with its layers of guards.
class PatchLayersTest {

  private static final String[] SUGGESTED = {"detected", "patched", "suggested"};
  private static final String[] FIXED = {"detected", "patched", "suggested", "fixed"};
  private static final String[] BACK = {"detected", "patched", "rolled_back"};

  @TempDir Path folder;
  private IncidentStore store;

  @BeforeEach
  void open() {
    store = Workshop.open(folder.resolve("w.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private PatchProject project(String name) throws IOException {
    return new PatchProject(folder.resolve(name));
  }

  /// `price` has a key_guard that is fixed and a null_guard on top, and a crash of a third kind.
  private PatchProject shop(String name) throws IOException {
    return project(name)
        .entry("price", "null_guard", SUGGESTED, "10:00", "10:00", "10:00")
        .entry("price", "key_guard", FIXED, "08:00", "08:00", "08:00", "09:00")
        .entry("inner", "key_guard", SUGGESTED, "07:00", "07:00", "07:00")
        .file("price", "null_guard", "10:00")
        .file("alone", "file_guard", "06:00")
        .crash("price", "key_guard", "HIGH", "08:00")
        .crash("price", "null_guard", "MEDIUM", "10:00")
        .crash("price", "index_guard", "LOW", "11:00")
        .crash("inner", "key_guard", "LOW", "07:00");
  }

  private List<PatchRow> patches(String query) {
    return store.reading().patches(Workshop.query(query));
  }

  private PatchRow patch(String function) {
    return patches("fn:" + function).getFirst();
  }

  @Test
  void twoGuardsOnOneFunctionAreOnePatch() throws IOException {
    shop("shop").importInto(store);
    assertThat(store.reading().patches(IncidentQuery.ALL))
        .extracting(PatchRow::id)
        .containsExactly("app.alone", "app:inner:key_guard", "app:price:key_guard");
    PatchRow price = patch("price");
    assertThat(price.guards()).containsExactly("key_guard", "null_guard", "index_guard");
    assertThat(price.layers()).extracting(Layer::crashes).containsExactly(1L, 1L, 1L);
    assertThat(price.layers().getLast().lifecycle()).isEmpty();
    assertThat(price.guardType()).isEqualTo("null_guard");
    assertThat(price.recordedState()).isEqualTo("suggested");
    assertThat(price.lifecyclePlace()).isPresent();
    assertThat(price.crashes()).isEqualTo(3);
    assertThat(price.severity()).isEqualTo(Severity.HIGH);
    assertThat(price.lastSeen()).contains(Instant.parse(PatchProject.DAY + "11:00:00.000001Z"));
    assertThat(price.ttlStart()).contains(Instant.parse(PatchProject.DAY + "10:00:00.000001Z"));
    assertThat(price.python()).isEqualTo("3.11.7");
  }

  @Test
  void theEffectiveStateIsThatOfTheFunction() throws IOException {
    shop("shop").importInto(store);
    assertThat(patch("price").effectiveState()).isEqualTo(EffectiveState.LOADS);
    assertThat(patch("price").effectiveReason())
        .contains("key_guard as fixed, null_guard as suggested");
    assertThat(patch("inner").effectiveState()).isEqualTo(EffectiveState.MEMORY_ONLY);
    assertThat(patch("alone").effectiveState()).isEqualTo(EffectiveState.LOADS);
    assertThat(patch("alone").severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(patch("alone").guards()).containsExactly("file_guard");
    assertThat(patch("alone").lifecycle()).isEmpty();
  }

  @Test
  void queriesFindAPatchByAnyOfItsLayers() throws IOException {
    shop("shop").importInto(store);
    for (String query :
        List.of(
            "guard:key_guard fn:price",
            "guard:null_guard",
            "guard:index_guard",
            "state:fixed",
            "state:suggested fn:price")) {
      assertThat(patches(query)).as(query).extracting(PatchRow::function).containsExactly("price");
    }
    assertThat(patches("state:none")).extracting(PatchRow::function).containsExactly("alone");
    assertThat(patches("-state:suggested")).hasSize(1);
  }

  @Test
  void crashesKnowTheEntryOfTheirOwnGuard() throws IOException {
    shop("shop").importInto(store);
    Reading reading = store.reading();
    assertThat(reading.counts(Workshop.query("state:fixed")).total()).isEqualTo(1);
    assertThat(reading.counts(Workshop.query("state:none")).total()).isEqualTo(1);
    assertThat(reading.counts(Workshop.query("effective:loads")).total()).isEqualTo(3);
    long[] groups = reading.groupIds(Workshop.query("fn:price"), GroupOrder.CRASHES);
    assertThat(groups).hasSize(3);
    for (long group : groups) {
      assertThat(reading.patchOf(group).map(PatchRow::id)).contains("app:price:key_guard");
    }
  }

  @Test
  void twoSourcesWithOneFunctionAreTwoPatches() throws IOException {
    shop("shop").importInto(store);
    project("other")
        .entry("price", "key_guard", SUGGESTED, "12:00", "12:00", "12:00")
        .crash("price", "key_guard", "HIGH", "12:00")
        .importInto(store);
    List<PatchRow> both = patches("fn:price");
    assertThat(both).extracting(p -> p.source().id()).doesNotHaveDuplicates().hasSize(2);
    assertThat(both)
        .extracting(PatchRow::guards)
        .containsExactlyInAnyOrder(
            List.of("key_guard", "null_guard", "index_guard"), List.of("key_guard"));
    long[] fixed = store.reading().groupIds(Workshop.query("guard:null_guard"), GroupOrder.CRASHES);
    assertThat(store.reading().patchOf(fixed[0]).orElseThrow().file()).isPresent();
  }

  @Test
  void anEntryThatVanishedStaysAsALostLayer() throws IOException {
    PatchProject shop = shop("shop");
    shop.importInto(store);
    shop.without("app:price:key_guard").importInto(store);
    PatchRow price = patch("price");
    assertThat(price.id()).isEqualTo("app:price:key_guard");
    assertThat(price.gone()).isFalse();
    Layer lost = price.layers().getFirst();
    assertThat(lost.gone()).isTrue();
    assertThat(lost.lifecycle().map(LifecycleEntry::transitions).orElseThrow()).hasSize(3);
    assertThat(price.lostLayers()).containsExactly(lost);
    assertThat(price.recordedState()).isEqualTo("suggested");
    assertThat(price.effectiveReason())
        .isEqualTo(
            "The next start with this store loads it. lifecycle.json has lost"
                + " app:price:key_guard.");
  }

  @Test
  void theOnlyEntryOfAFunctionCanBeLostToo() throws IOException {
    PatchProject shop = shop("shop");
    shop.importInto(store);
    shop.without("app:inner:key_guard").importInto(store);
    PatchRow inner = patch("inner");
    assertThat(inner.gone()).isTrue();
    assertThat(inner.lostLayers()).hasSize(1);
    assertThat(inner.recordedState()).isEqualTo("suggested");
  }

  @Test
  void aRollbackIsNoLoss() throws IOException {
    PatchProject shop = shop("shop");
    shop.importInto(store);
    shop.entry("price", "null_guard", BACK, "10:00", "10:00", "12:00")
        .entry("price", "key_guard", BACK, "08:00", "08:00", "12:00");
    Files.delete(folder.resolve("shop/.codesuture_store/app.price.code"));
    Files.delete(folder.resolve("shop/.codesuture_store/app.price.json"));
    shop.importInto(store);
    PatchRow price = patch("price");
    assertThat(price.effectiveState()).isEqualTo(EffectiveState.ROLLED_BACK_UNPROVEN);
    assertThat(price.lostLayers()).isEmpty();
    assertThat(price.fileGone()).isTrue();
    assertThat(price.file()).isPresent();
  }

  @Test
  void neitherATornNorADeletedLifecycleIsALoss() throws IOException {
    PatchProject shop = shop("shop");
    shop.importInto(store);
    Path lifecycle = folder.resolve("shop/.codesuture_incidents/lifecycle.json");
    Files.writeString(lifecycle, Files.readString(lifecycle).substring(0, 300));
    shop.importAsItIs(store);
    assertThat(patch("price").layers().getFirst().gone()).isTrue();
    assertThat(patch("price").lostLayers()).isEmpty();
    Files.delete(lifecycle);
    shop.importAsItIs(store);
    assertThat(patch("price").layers().getFirst().gone()).isTrue();
    assertThat(patch("price").lostLayers()).isEmpty();
  }

  @Test
  void anEntryThatCameBackIsNotLost() throws IOException {
    PatchProject shop = shop("shop");
    shop.importInto(store);
    shop.without("app:price:key_guard").importInto(store);
    shop.entry("price", "key_guard", FIXED, "08:00", "08:00", "08:00", "09:00").importInto(store);
    assertThat(patch("price").layers()).noneMatch(Layer::gone);
  }

  @Test
  void whatElseIsToldOfAPatchIsFound() throws IOException {
    shop("shop")
        .alert(1)
        .alert(4)
        .alert(99)
        .rewind("price", "app", "100000")
        .rewind("price", "elsewhere", "100001")
        .rewind("inner", "app", "100002")
        .importInto(store);
    PatchRelations related = store.reading().related(patch("price"));
    assertThat(related.alerts())
        .extracting(alert -> alert.fact().incidentId())
        .containsExactly("000000000001");
    assertThat(related.rewinds())
        .extracting(rewind -> rewind.place().file())
        .containsExactly(".codesuture_rewind/rewind_price_20261120_100000.json");
    assertThat(related.crashes())
        .extracting(crash -> crash.incident().id())
        .containsExactly("000000000003", "000000000002", "000000000001");
    assertThat(related.fingerprints())
        .containsExactly("0000000000000009", "000000000000000a", "000000000000000b");
    assertThat(related.suggestions()).isEqualTo(3);
    PatchRelations alone = store.reading().related(patch("alone"));
    assertThat(alone).isEqualTo(new PatchRelations(List.of(), List.of(), List.of(), List.of(), 0));
  }

  @Test
  void everyKeyOfAFunctionNamesIt() throws IOException {
    shop("shop").importInto(store);
    PatchRow price = patch("price");
    assertThat(price.isCalled("app:price:key_guard")).isTrue();
    assertThat(price.isCalled("app:price:null_guard")).isTrue();
    assertThat(price.isCalled("app:price:index_guard")).isFalse();
    assertThat(patch("alone").isCalled("app.alone")).isTrue();
  }
}
