package io.suturescope.app.screens;

import io.suturescope.app.store.SourceRow;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.views.alerts.WhatIfActions;
import io.suturescope.views.alerts.WhatIfState;
import io.suturescope.views.controls.Emptiness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Tries other severity rules and another routing on the history of one project.
public final class WhatIfPresenter implements WhatIfActions, ScreenPresenter {

  /// Who types goes on typing within this time.
  private static final long TYPING_MILLIS = 150;

  private final Desk desk;
  private final Background background;
  private final Consumer<WhatIfState> screen;
  private final Lane readLane = Lane.newestWins("what-if history");
  private final Lane countLane = Lane.newestWins("what-if");

  private OptionalLong source = OptionalLong.empty();
  private Optional<WhatIfSheet> sheet = Optional.empty();

  /// What is tried, once somebody has changed anything.
  private Optional<AlertPolicy> tried = Optional.empty();

  private Optional<WhatIf> result = Optional.empty();
  private boolean counting;

  WhatIfPresenter(Desk desk, Background background, Consumer<WhatIfState> screen) {
    this.desk = desk;
    this.background = background;
    this.screen = screen;
  }

  @Override
  public boolean loading() {
    return background.busy(readLane) || background.busy(countLane);
  }

  @Override
  public void reload() {
    var reading = desk.reading();
    OptionalLong wanted = source;
    background.run(
        readLane,
        () -> WhatIfSheet.read(reading, wanted),
        read -> {
          sheet = Optional.of(read);
          count(0);
        },
        cause -> desk.fail("The history could not be read", cause));
    show();
  }

  @Override
  public void entered() {
    if (sheet.filter(WhatIfSheet::isComplete).isEmpty() && !loading()) {
      reload();
    }
  }

  /// A long history is not kept for a screen that nobody sees.
  @Override
  public void left() {
    background.cancel(readLane);
    background.cancel(countLane);
    sheet = sheet.map(WhatIfSheet::withoutHistory);
  }

  private void count(long pauseMillis) {
    if (sheet.filter(WhatIfSheet::isComplete).isEmpty()) {
      return;
    }
    WhatIfSheet history = sheet.get();
    AlertPolicy policy = policy();
    counting = true;
    show();
    background.run(
        countLane,
        () -> {
          Thread.sleep(pauseMillis);
          return history.under(policy);
        },
        counted -> {
          result = Optional.of(counted);
          counting = false;
          show();
        },
        cause -> {
          counting = false;
          desk.fail("What would have been could not be counted", cause);
        });
  }

  private AlertPolicy project() {
    return sheet.map(WhatIfSheet::project).orElse(AlertPolicy.CODESUTURE);
  }

  private AlertPolicy policy() {
    return tried.orElse(project());
  }

  private void show() {
    Optional<AlertConfig> config = sheet.flatMap(WhatIfSheet::config);
    boolean nothing = sheet.filter(read -> read.source().isEmpty()).isPresent();
    screen.accept(
        new WhatIfState(
            nothing ? Emptiness.NOTHING_IMPORTED : Emptiness.NOT_EMPTY,
            sheet.map(WhatIfPresenter::sources).orElse(List.of()),
            sheet.flatMap(WhatIfSheet::source).stream().mapToLong(SourceRow::id).findFirst(),
            project(),
            config.isPresent(),
            config.filter(read -> !read.webhookUrlMasked().isEmpty()).isPresent(),
            policy(),
            counting,
            result,
            desk.time()));
  }

  private static List<WhatIfState.Source> sources(WhatIfSheet sheet) {
    return sheet.sources().stream()
        .map(row -> new WhatIfState.Source(row.id(), row.identity().displayName()))
        .toList();
  }

  @Override
  public void edited(AlertPolicy policy) {
    tried = Optional.of(policy);
    count(TYPING_MILLIS);
  }

  @Override
  public void backToCodeSuture() {
    tried = Optional.of(AlertPolicy.CODESUTURE);
    count(0);
  }

  @Override
  public void backToProject() {
    tried = Optional.empty();
    count(0);
  }

  @Override
  public void sourceChosen(long id) {
    source = OptionalLong.of(id);
    // Another project has another configuration to begin with.
    tried = Optional.empty();
    result = Optional.empty();
    sheet = Optional.empty();
    reload();
  }

  @Override
  public void export() {
    AlertPolicy policy = policy();
    sheet.ifPresent(history -> desk.export(".codesuture.toml", () -> history.toml(policy)));
  }

  @Override
  public void openProject() {
    desk.openProject();
  }

  @Override
  public void openSample() {
    desk.openSample();
  }
}
