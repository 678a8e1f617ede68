package io.suturescope.app;

import io.suturescope.app.screens.AlertsPresenter;
import io.suturescope.app.screens.DigestPresenter;
import io.suturescope.app.screens.DiskEvidence;
import io.suturescope.app.screens.FramePresenter;
import io.suturescope.app.screens.IncidentsPresenter;
import io.suturescope.app.screens.PatchesPresenter;
import io.suturescope.app.screens.Screen;
import io.suturescope.app.screens.SettingsKeeper;
import io.suturescope.app.screens.SourcesPresenter;
import io.suturescope.app.screens.TodayPresenter;
import io.suturescope.app.screens.VerdictsPresenter;
import io.suturescope.app.screens.Visit;
import io.suturescope.app.screens.WhatIfPresenter;
import io.suturescope.app.screens.Window;
import io.suturescope.app.screens.WindowClock;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.work.Background;
import io.suturescope.views.alerts.AlertsView;
import io.suturescope.views.alerts.WhatIfView;
import io.suturescope.views.digest.DigestView;
import io.suturescope.views.frame.FrameView;
import io.suturescope.views.incidents.IncidentsView;
import io.suturescope.views.patches.PatchesView;
import io.suturescope.views.sources.SourcesView;
import io.suturescope.views.today.TodayView;
import io.suturescope.views.verdicts.VerdictsView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One open workspace with its screens and presenters: the only place that puts them together.
///
/// Presenters and views need each other; each presenter is given a way to show its state, which
/// leads to a view made a moment later.
final class Session implements AutoCloseable {

  private final IncidentStore store;
  private final Background background;
  private final FramePresenter frame;
  private final Visit visit;
  private final FrameView view;
  private final IncidentsView stream;
  private final PatchesView patched;
  private final VerdictsView judged;
  private final AlertsView alerted;
  private final IncidentsPresenter incidents;
  private final PatchesPresenter patches;
  private final WhatIfPresenter whatIf;
  private final DigestPresenter digest;
  private final AlertsPresenter alerts;

  Session(
      IncidentStore store,
      Background background,
      WindowClock clock,
      Window window,
      SettingsKeeper settings,
      Supplier<Path> sample) {
    this.store = store;
    this.background = background;
    Later<FrameView> frameView = new Later<>();
    Later<TodayView> todayView = new Later<>();
    Later<IncidentsView> incidentsView = new Later<>();
    Later<PatchesView> patchesView = new Later<>();
    Later<VerdictsView> verdictsView = new Later<>();
    Later<WhatIfView> whatIfView = new Later<>();
    Later<AlertsView> alertsView = new Later<>();
    Later<DigestView> digestView = new Later<>();
    Later<SourcesView> sourcesView = new Later<>();
    this.frame =
        new FramePresenter(
            store,
            background,
            clock,
            window,
            settings,
            sample,
            state -> frameView.get().show(state));
    TodayPresenter today = frame.today(state -> todayView.get().show(state));
    this.incidents = frame.incidents(new DiskEvidence(), state -> incidentsView.get().show(state));
    this.patches = frame.patches(state -> patchesView.get().show(state));
    VerdictsPresenter verdicts = frame.verdicts(state -> verdictsView.get().show(state));
    this.whatIf = frame.whatIf(state -> whatIfView.get().show(state));
    this.alerts = frame.alerts(state -> alertsView.get().show(state));
    this.digest = frame.digest(state -> digestView.get().show(state));
    SourcesPresenter sources =
        frame.sources(new DiskEvidence(), state -> sourcesView.get().show(state));
    todayView.set(new TodayView(today));
    this.stream = incidentsView.set(new IncidentsView(incidents));
    this.patched = patchesView.set(new PatchesView(patches));
    this.judged = verdictsView.set(new VerdictsView(verdicts));
    whatIfView.set(new WhatIfView(whatIf));
    this.alerted = alertsView.set(new AlertsView(alerts));
    digestView.set(new DigestView(digest));
    sourcesView.set(new SourcesView(sources));
    this.view =
        frameView.set(
            new FrameView(
                frame,
                Map.of(
                    Screen.TODAY.id(), todayView.get().root(),
                    Screen.INCIDENTS.id(), incidentsView.get().root(),
                    Screen.PATCHES.id(), patchesView.get().root(),
                    Screen.VERDICTS.id(), verdictsView.get().root(),
                    Screen.WHAT_IF.id(), whatIfView.get().root(),
                    Screen.ALERTS.id(), alertsView.get().root(),
                    Screen.DIGEST.id(), digestView.get().root(),
                    Screen.SOURCES.id(), sourcesView.get().root())));
    this.visit = new Visit(store, background, frame, incidents, patches, clock);
  }

  FrameView view() {
    return view;
  }

  /// Gives the keyboard to the rows of the screen that is shown.
  void focusRows() {
    switch (frame.screen()) {
      case PATCHES -> patched.focusRows();
      case VERDICTS -> judged.focusRows();
      case ALERTS -> alerted.focusRows();
      case TODAY, INCIDENTS, WHAT_IF, DIGEST, SOURCES -> stream.focusTable();
    }
  }

  FramePresenter frame() {
    return frame;
  }

  IncidentsPresenter incidents() {
    return incidents;
  }

  PatchesPresenter patches() {
    return patches;
  }

  WhatIfPresenter whatIf() {
    return whatIf;
  }

  AlertsPresenter alerts() {
    return alerts;
  }

  DigestPresenter digest() {
    return digest;
  }

  /// Shows what was shown at the last visit, and imports what was named.
  void begin(List<Path> paths) {
    visit.begin(paths);
  }

  /// True while anything is read or imported.
  boolean busy() {
    return background.busy();
  }

  @Override
  public void close() {
    visit.end();
    background.close();
    store.close();
  }

  /// A thing that is there a moment later.
  private static final class Later<T> {
    private java.util.Optional<T> thing = java.util.Optional.empty();

    T set(T made) {
      thing = java.util.Optional.of(made);
      return made;
    }

    T get() {
      return thing.orElseThrow();
    }
  }
}
