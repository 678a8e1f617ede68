package io.suturescope.app.screens;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.views.incidents.IncidentsState;
import io.suturescope.views.patches.PatchColumn;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Comes back to where somebody was, and knows when that was. Kept in the workspace every few
/// seconds, so that it survives a kill.
public final class Visit {

  private static final String SCREEN = "ui.screen";
  private static final String QUERY = "ui.query";
  private static final String GROUP = "ui.group";
  private static final String FIRST_VISIBLE = "ui.first-visible";
  private static final String TIMELINE_DIVIDER = "ui.divider.timeline";
  private static final String TABLE_DIVIDER = "ui.divider.table";
  private static final String PATCHES_MODE = "ui.patches.mode";
  private static final String PATCHES_SORT = "ui.patches.sort";
  private static final String SEEN = "visit.seen";
  private static final long PERIOD_MILLIS = 5_000;

  private final IncidentStore store;
  private final Background background;
  private final FramePresenter frame;
  private final IncidentsPresenter incidents;
  private final PatchesPresenter patches;
  private final Clock clock;
  private final Lane lane = Lane.oneAfterAnother("visit");
  private Map<String, String> kept = Map.of();

  public Visit(
      IncidentStore store,
      Background background,
      FramePresenter frame,
      IncidentsPresenter incidents,
      PatchesPresenter patches,
      Clock clock) {
    this.store = store;
    this.background = background;
    this.frame = frame;
    this.incidents = incidents;
    this.patches = patches;
    this.clock = clock;
  }

  private record Before(
      Optional<Screen> screen,
      IncidentQuery query,
      IncidentsPresenter.Place place,
      IncidentsState.Dividers dividers,
      PatchesPresenter.Place patches) {}

  /// Shows what was shown before, and imports what was named.
  public void begin(List<Path> paths) {
    background.run(
        lane,
        this::before,
        before -> {
          incidents.comeBackTo(before.place());
          incidents.placeDividers(before.dividers());
          patches.comeBackTo(before.patches());
          frame.begin(before.screen(), before.query(), paths);
          background.every(PERIOD_MILLIS, this::keep);
        });
  }

  private Before before() {
    store.setting(SEEN).ifPresent(seen -> store.putSetting(IncidentStore.LAST_VISIT, seen));
    IncidentQuery query =
        store
            .setting(QUERY)
            .map(IncidentQuery::parse)
            .map(parse ->
                parse instanceof QueryParse.Understood(IncidentQuery understood)
                    ? understood
                    : IncidentQuery.ALL)
            .orElse(IncidentQuery.ALL);
    IncidentsState.Dividers usual = IncidentsState.Dividers.USUAL;
    return new Before(
        store.setting(SCREEN).flatMap(Screen::of),
        query,
        new IncidentsPresenter.Place(
            number(GROUP).map(Double::longValue), number(FIRST_VISIBLE).orElse(0.0).intValue()),
        new IncidentsState.Dividers(
            number(TIMELINE_DIVIDER).orElse(usual.timeline()),
            number(TABLE_DIVIDER).orElse(usual.table())),
        patches());
  }

  /// The column is kept with a minus before it where the order falls.
  private PatchesPresenter.Place patches() {
    PatchesPresenter.Place usual = PatchesPresenter.Place.USUAL;
    String sort = store.setting(PATCHES_SORT).orElse("");
    boolean falling = sort.startsWith("-");
    return new PatchesPresenter.Place(
        store.setting(PATCHES_MODE).flatMap(PatchesMode::of).orElse(usual.mode()),
        PatchColumn.of(falling ? sort.substring(1) : sort)
            .map(column -> new PatchesState.Sort(column, falling))
            .orElse(usual.sort()));
  }

  private Optional<Double> number(String key) {
    try {
      return store.setting(key).map(Double::valueOf).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> now() {
    Map<String, String> now = new LinkedHashMap<>();
    now.put(SCREEN, frame.screen().id());
    now.put(QUERY, frame.query().text());
    now.put(GROUP, incidents.place().group().map(group -> Long.toString(group)).orElse(""));
    now.put(FIRST_VISIBLE, Integer.toString(incidents.place().firstVisible()));
    now.put(TIMELINE_DIVIDER, Double.toString(incidents.dividers().timeline()));
    now.put(TABLE_DIVIDER, Double.toString(incidents.dividers().table()));
    now.put(PATCHES_MODE, patches.place().mode().id());
    PatchesState.Sort sort = patches.place().sort();
    now.put(PATCHES_SORT, (sort.descending() ? "-" : "") + sort.column().key());
    return now;
  }

  private void keep() {
    Map<String, String> now = now();
    if (!now.equals(kept)) {
      kept = now;
      background.run(
          lane,
          () -> {
            write(now);
            return now;
          },
          _ -> {});
    }
  }

  private void write(Map<String, String> values) {
    values.forEach(store::putSetting);
    store.putSetting(SEEN, clock.instant().toString());
  }

  /// Keeps where somebody is; for the end, on the thread of the caller.
  public void end() {
    write(now());
  }
}
