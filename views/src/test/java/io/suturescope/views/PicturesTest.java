package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.digest.DigestActions;
import io.suturescope.views.digest.DigestState;
import io.suturescope.views.digest.DigestView;
import io.suturescope.views.frame.FrameActions;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.frame.FrameView;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentsActions;
import io.suturescope.views.incidents.IncidentsView;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.patches.PatchesView;
import io.suturescope.views.rewind.RewindState;
import io.suturescope.views.sources.SourcesActions;
import io.suturescope.views.sources.SourcesState;
import io.suturescope.views.sources.SourcesView;
import io.suturescope.views.today.TodayActions;
import io.suturescope.views.today.TodayView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every screen as a picture, in both themes, for people to look at.
final class PicturesTest extends WindowTest {

  private static final String QUERY = "severity:>=medium -state:fixed since:2d";

  // One window per test: only what differs is drawn anew.
  private Optional<Window> open = Optional.empty();
  private Optional<Scene> scene = Optional.empty();

  private record Window(
      FrameView frame,
      TodayView today,
      IncidentsView incidents,
      PatchesView patches,
      DigestView digest,
      SourcesView sources) {

    static Window make() {
      Recorder actions = new Recorder();
      TodayView today = new TodayView(actions.as(TodayActions.class));
      IncidentsView incidents = new IncidentsView(actions.as(IncidentsActions.class));
      PatchesView patches = new PatchesView(actions.as(PatchesActions.class));
      DigestView digest = new DigestView(actions.as(DigestActions.class));
      SourcesView sources = new SourcesView(actions.as(SourcesActions.class));
      FrameView frame =
          new FrameView(
              actions.as(FrameActions.class),
              Map.of(
                  "today",
                  today.root(),
                  "incidents",
                  incidents.root(),
                  "patches",
                  patches.root(),
                  "digest",
                  digest.root(),
                  "sources",
                  sources.root()));
      return new Window(frame, today, incidents, patches, digest, sources);
    }
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void everyScreenIsDrawn(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    draw(theme, 100, "today-" + name, "today", w -> w.today().show(Samples.today()));
    for (IncidentDetail.Tab tab : IncidentDetail.Tab.values()) {
      draw(
          theme,
          100,
          "incidents-" + tab.name().toLowerCase(java.util.Locale.ROOT) + "-" + name,
          "incidents",
          w -> w.incidents().show(Samples.incidents(Samples.rows(), 8, tab)));
    }
    draw(
        theme,
        100,
        "sources-" + name,
        "sources",
        w -> w.sources().show(Samples.sources(SourcesState.Filter.ALL)));
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void everyWayToLookAtPatchesIsDrawn(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    for (PatchesMode mode : PatchesMode.values()) {
      String word = "patches-" + mode.id() + "-" + name;
      patches(theme, 100, word, LifeSamples.patches(mode, 7));
      patches(theme, 100, "many-" + word, LifeSamples.patches(mode, 5_000));
      patches(theme, 200, word + "-200", LifeSamples.patches(mode, 38));
    }
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void patchesAreDrawn(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    patches(theme, 100, "patches-" + name, PatchSamples.table());
    for (PatchTabs.Tab tab : PatchTabs.Tab.values()) {
      String word = tab.name().toLowerCase(java.util.Locale.ROOT) + "-" + name;
      PatchPage page = PatchSamples.page(PatchSamples.guarded());
      patches(theme, 100, "patch-" + word, PatchSamples.opened(page, tab));
      patches(theme, 100, "patch-hard-" + word, PatchSamples.opened(PatchSamples.drifted(), tab));
      patches(
          theme, 100, "patch-nothing-" + word, PatchSamples.opened(PatchSamples.unreadable(), tab));
      patches(theme, 200, "patch-" + word + "-200", PatchSamples.opened(page, tab));
    }
    patches(
        theme,
        100,
        "patch-many-" + name,
        PatchSamples.opened(PatchSamples.page(PatchSamples.many()), PatchTabs.Tab.BYTECODE));
    patches(
        theme,
        100,
        "patch-no-original-" + name,
        PatchSamples.opened(PatchSamples.page(PatchSamples.onlyRight()), PatchTabs.Tab.BYTECODE));
    rewinds(theme, name);
    patches(theme, 200, "patches-" + name + "-200", PatchSamples.table());
    for (IncidentDetail.Tab tab :
        List.of(IncidentDetail.Tab.SOURCE, IncidentDetail.Tab.BYTECODE, IncidentDetail.Tab.FIX)) {
      draw(
          theme,
          100,
          "crash-" + tab.name().toLowerCase(java.util.Locale.ROOT) + "-" + name,
          "incidents",
          w -> w.incidents().show(Samples.patchedCrash(tab)));
    }
  }

  private void rewinds(FrameState.Theme theme, String name) {
    PatchPage page = PatchSamples.page(PatchSamples.guarded());
    patches(
        theme,
        100,
        "patch-rewind-long-" + name,
        PatchSamples.opened(page, RewindSamples.longest(), PatchTabs.Tab.REWIND));
    patches(
        theme,
        100,
        "patch-rewind-none-" + name,
        PatchSamples.opened(page, RewindState.NONE, PatchTabs.Tab.REWIND));
    draw(
        theme,
        100,
        "patch-rewind-two-" + name,
        "patches",
        w -> {
          w.patches().show(PatchSamples.opened(page, PatchTabs.Tab.REWIND));
          ComboBox<?> others = (ComboBox<?>) w.patches().root().lookup(".rewind-others");
          others.getSelectionModel().select(1);
        });
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void digestsAreDrawn(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    digest(theme, 100, "digest-" + name, DigestSamples.day());
    digest(theme, 75, "digest-" + name + "-75", DigestSamples.day());
    digest(theme, 200, "digest-" + name + "-200", DigestSamples.day());
    digest(theme, 100, "digest-written-" + name, DigestSamples.written());
    digest(theme, 200, "digest-written-" + name + "-200", DigestSamples.written());
    digest(theme, 100, "digest-empty-" + name, DigestSamples.empty());
  }

  private void digest(FrameState.Theme theme, int percent, String name, DigestState state) {
    draw(theme, percent, name, "digest", w -> w.digest().show(state));
  }

  private void patches(FrameState.Theme theme, int percent, String name, PatchesState state) {
    draw(theme, percent, name, "patches", w -> w.patches().show(state));
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void everyEmptyScreenTeaches(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    draw(
        theme,
        100,
        "today-calm-" + name,
        "today",
        w -> w.today().show(Samples.todayCalm(Emptiness.NOT_EMPTY)));
    draw(
        theme,
        100,
        "today-empty-" + name,
        "today",
        w -> w.today().show(Samples.todayCalm(Emptiness.NOTHING_IMPORTED)));
    draw(
        theme,
        100,
        "incidents-empty-" + name,
        "incidents",
        w -> w.incidents().show(Samples.incidentsEmpty(Emptiness.NOTHING_IMPORTED)));
    draw(
        theme,
        100,
        "incidents-none-" + name,
        "incidents",
        w -> w.incidents().show(Samples.incidentsEmpty(Emptiness.NOTHING_MATCHES)));
    draw(
        theme,
        100,
        "patches-empty-" + name,
        "patches",
        w -> w.patches().show(PatchSamples.empty(Emptiness.NOTHING_IMPORTED)));
    draw(
        theme,
        100,
        "patches-none-" + name,
        "patches",
        w -> w.patches().show(PatchSamples.empty(Emptiness.NOTHING_MATCHES)));
    draw(
        theme,
        100,
        "sources-empty-" + name,
        "sources",
        w -> w.sources().show(Samples.sourcesEmpty()));
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void everyScreenIsDrawnAtTwiceTheSize(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-200";
    draw(theme, 200, "today-" + name, "today", w -> w.today().show(Samples.today()));
    draw(
        theme,
        200,
        "incidents-" + name,
        "incidents",
        w -> w.incidents().show(Samples.incidents(Samples.rows(), 8, IncidentDetail.Tab.STORY)));
    draw(
        theme,
        200,
        "sources-" + name,
        "sources",
        w -> w.sources().show(Samples.sources(SourcesState.Filter.ALL)));
  }

  @ParameterizedTest
  @EnumSource(value = FrameState.Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void noticesAndSheetsAreDrawn(FrameState.Theme theme) {
    String name = theme.name().toLowerCase(java.util.Locale.ROOT);
    draw(
        theme,
        100,
        "palette-" + name,
        "today",
        w -> {
          w.today().show(Samples.today());
          w.frame().openPalette();
        });
    draw(
        theme,
        100,
        "keyboard-" + name,
        "today",
        w -> {
          w.frame().openKeyboardSheet();
        });
    open = Optional.empty();
    draw(
        theme,
        100,
        "busy-" + name,
        "incidents",
        w -> {
          w.incidents().show(Samples.incidents(Samples.rows(), -1, IncidentDetail.Tab.STORY));
          w.frame().focusQuery();
          w.frame().show(Samples.frameBusy(theme, 100));
        });
  }

  private void draw(
      FrameState.Theme theme, int percent, String name, String screen, Consumer<Window> fill) {
    Window window = open.orElseGet(() -> onFx(Window::make));
    if (open.isEmpty()) {
      open = Optional.of(window);
      scene =
          Optional.of(show(() -> window.frame().root(), theme == FrameState.Theme.DARK, percent));
    }
    runOnFx(() -> {
      window.frame().show(Samples.frame(screen, QUERY, theme, percent));
      fill.accept(window);
    });
    scene.ifPresent(s -> picture(s, name));
    assertThat(Files.exists(Path.of("target", "pictures", name + ".png"))).isTrue();
  }
}
