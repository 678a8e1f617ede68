package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.alerts.AlertsActions;
import io.suturescope.views.alerts.AlertsState;
import io.suturescope.views.alerts.AlertsView;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.digest.DigestActions;
import io.suturescope.views.digest.DigestView;
import io.suturescope.views.frame.FrameActions;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.frame.FrameView;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentsActions;
import io.suturescope.views.incidents.IncidentsView;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesView;
import io.suturescope.views.sources.SourcesActions;
import io.suturescope.views.sources.SourcesState;
import io.suturescope.views.sources.SourcesView;
import io.suturescope.views.today.TodayActions;
import io.suturescope.views.today.TodayView;
import io.suturescope.views.triage.TriagePart;
import io.suturescope.views.verdicts.VerdictsActions;
import io.suturescope.views.verdicts.VerdictsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our own words are never cut: not in titles, chips, buttons, tabs, tiles or column titles.
final class ClippingTest extends WindowTest {

  private static final List<String> WHOLE =
      List.of(
          "title",
          "heading",
          "chip",
          "button",
          "toggle-button",
          "menu-button",
          "table-title",
          "value",
          "note",
          "need-count",
          "strong",
          "count",
          "severity-word",
          "verdict",
          "ttl-text",
          "key");

  private final AtomicInteger looked = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {75, 100, 200})
  void wordsAreWholeOnEveryScreen(int percent) {
    Recorder actions = new Recorder();
    TodayView today = onFx(() -> new TodayView(actions.as(TodayActions.class)));
    IncidentsView incidents = onFx(() -> new IncidentsView(actions.as(IncidentsActions.class)));
    DigestView digest = onFx(() -> new DigestView(actions.as(DigestActions.class)));
    SourcesView sources = onFx(() -> new SourcesView(actions.as(SourcesActions.class)));
    FrameView frame =
        onFx(() ->
            new FrameView(
                actions.as(FrameActions.class),
                Map.of(
                    "today", today.root(),
                    "incidents", incidents.root(),
                    "digest", digest.root(),
                    "sources", sources.root())));
    Scene scene = show(frame::root, false, percent);
    runOnFx(() -> {
      today.show(Samples.today());
      incidents.show(Samples.incidents(Samples.rows(), 8, IncidentDetail.Tab.STORY));
      digest.show(DigestSamples.day());
      sources.show(Samples.sources(SourcesState.Filter.ALL));
    });
    List<String> cut = new ArrayList<>();
    for (String screen : List.of("today", "incidents", "digest", "sources")) {
      runOnFx(() -> frame.show(Samples.frame(screen, "", FrameState.Theme.LIGHT, percent)));
      settle();
      runOnFx(() -> crawl(scene.getRoot(), screen, cut));
    }
    assertThat(cut).isEmpty();
    assertThat(looked.get()).isGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 100, 150, 200})
  void wordsAreWholeOnThePagesOfPatches(int percent) {
    Recorder actions = new Recorder();
    PatchesView patches = onFx(() -> new PatchesView(actions.as(PatchesActions.class)));
    IncidentsView incidents = onFx(() -> new IncidentsView(actions.as(IncidentsActions.class)));
    FrameView frame =
        onFx(() ->
            new FrameView(
                actions.as(FrameActions.class),
                Map.of("patches", patches.root(), "incidents", incidents.root())));
    Scene scene = show(frame::root, false, percent);
    runOnFx(() -> frame.show(Samples.frame("patches", "", FrameState.Theme.LIGHT, percent)));
    List<String> cut = new ArrayList<>();
    runOnFx(() -> patches.show(PatchSamples.table()));
    settle();
    runOnFx(() -> crawl(scene.getRoot(), "patches", cut));
    for (PatchPage page :
        List.of(
            PatchSamples.page(PatchSamples.guarded()),
            PatchSamples.drifted(),
            PatchSamples.unreadable())) {
      for (PatchTabs.Tab tab : PatchTabs.Tab.values()) {
        runOnFx(() -> patches.show(PatchSamples.opened(page, tab)));
        settle();
        runOnFx(() -> crawl(scene.getRoot(), "patch " + tab, cut));
      }
    }
    runOnFx(() -> frame.show(Samples.frame("incidents", "", FrameState.Theme.LIGHT, percent)));
    for (IncidentDetail.Tab tab : List.of(IncidentDetail.Tab.BYTECODE, IncidentDetail.Tab.FIX)) {
      runOnFx(() -> incidents.show(Samples.patchedCrash(tab)));
      settle();
      runOnFx(() -> crawl(scene.getRoot(), "crash " + tab, cut));
    }
    assertThat(cut).isEmpty();
    assertThat(looked.get()).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 100, 200})
  void wordsAreWholeOnAlertsAndDecisions(int percent) {
    Recorder actions = new Recorder();
    AlertsView alerts = onFx(() -> new AlertsView(actions.as(AlertsActions.class)));
    IncidentsView incidents = onFx(() -> new IncidentsView(actions.as(IncidentsActions.class)));
    FrameView frame =
        onFx(() ->
            new FrameView(
                actions.as(FrameActions.class),
                Map.of("patches", alerts.root(), "incidents", incidents.root())));
    Scene scene = show(frame::root, false, percent);
    List<String> cut = new ArrayList<>();
    runOnFx(() -> frame.show(Samples.frame("patches", "", FrameState.Theme.LIGHT, percent)));
    for (AlertsState.Segment segment : AlertsState.Segment.values()) {
      runOnFx(() -> alerts.show(TriageSamples.alerts(segment)));
      settle();
      runOnFx(() -> crawl(scene.getRoot(), "alerts " + segment, cut));
    }
    runOnFx(() -> frame.show(Samples.frame("incidents", "", FrameState.Theme.LIGHT, percent)));
    runOnFx(() -> incidents.show(TriageSamples.decided(Optional.empty())));
    settle();
    runOnFx(() -> crawl(scene.getRoot(), "decided", cut));
    for (TriagePart.Kind kind : TriagePart.Kind.values()) {
      runOnFx(() -> incidents.show(TriageSamples.decided(Optional.of(TriageSamples.form(kind)))));
      settle();
      runOnFx(() -> crawl(scene.getRoot(), "sheet " + kind, cut));
    }
    assertThat(cut).isEmpty();
    assertThat(looked.get()).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 100, 150, 200})
  void wordsAreWholeOnEveryWayToLookAtPatchesAndOnVerdicts(int percent) {
    Recorder actions = new Recorder();
    PatchesView patches = onFx(() -> new PatchesView(actions.as(PatchesActions.class)));
    VerdictsView verdicts = onFx(() -> new VerdictsView(actions.as(VerdictsActions.class)));
    FrameView frame =
        onFx(() ->
            new FrameView(
                actions.as(FrameActions.class),
                Map.of("patches", patches.root(), "incidents", verdicts.root())));
    Scene scene = show(frame::root, false, percent);
    runOnFx(() -> frame.show(Samples.frame("patches", "", FrameState.Theme.LIGHT, percent)));
    List<String> cut = new ArrayList<>();
    for (PatchesMode mode : PatchesMode.values()) {
      runOnFx(() -> patches.show(LifeSamples.patches(mode, 38)));
      settle();
      runOnFx(() -> crawl(scene.getRoot(), "patches " + mode, cut));
    }
    runOnFx(() -> frame.show(Samples.frame("incidents", "", FrameState.Theme.LIGHT, percent)));
    runOnFx(() -> verdicts.show(LifeSamples.verdicts()));
    settle();
    runOnFx(() -> crawl(scene.getRoot(), "verdicts", cut));
    assertThat(cut).isEmpty();
    assertThat(looked.get()).isGreaterThan(60);
  }

  /// JavaFX 26 fails to wrap such words in reading order, and the whole window is not laid out.
  @Test
  void windowIsDrawnWithWordsFromRightToLeft() {
    String name = "שלום_עולם حساب الفاتورة ".repeat(12);
    Label prose = onFx(() -> Labels.prose("KeyError"));
    TextArea area = onFx(() -> new TextArea());
    VBox box =
        onFx(() -> new VBox(prose, new TextFlow(Labels.piece(name)), area, Labels.data(name)));
    runOnFx(() -> Labels.wrap(area));
    show(() -> box, false, 100);
    runOnFx(() -> {
      prose.setText("KeyError: " + name);
      area.setText(name);
    });
    settle();
    assertThat(onFx(prose::getTooltip).getText()).isEqualTo(prose.getText());
    assertThat(onFx(area::getLayoutY)).isGreaterThan(20);
  }

  private void crawl(Node node, String screen, List<String> cut) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    boolean checked = node.getStyleClass().stream().anyMatch(WHOLE::contains);
    if (checked && node instanceof Labeled label && !label.getText().isEmpty()) {
      looked.incrementAndGet();
      String shown = shown(label);
      Bounds bounds = node.localToScene(node.getBoundsInLocal());
      boolean outside =
          !scrollsSideways(node)
              && (bounds.getMinX() < -1 || bounds.getMaxX() > node.getScene().getWidth() + 1);
      if (outside || !shown.equals(label.getText())) {
        cut.add(screen + ": " + label.getText() + " as " + shown + (outside ? " outside" : ""));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> crawl(child, screen, cut));
    }
  }

  /// The columns of the board do.
  private static boolean scrollsSideways(Node node) {
    return node != null
        && (node.getStyleClass().contains("board") || scrollsSideways(node.getParent()));
  }

  /// What the label's skin draws; the skin shortens it when room is short.
  private static String shown(Labeled label) {
    return label.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text text && !text.getStyleClass().contains("icon"))
        .map(child -> ((Text) child).getText())
        .findFirst()
        .orElse(label.getText());
  }
}
