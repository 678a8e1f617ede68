package io.suturescope.app.screens;

import io.suturescope.app.digest.DigestRequest;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.digest.DigestNumber.Counted;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.digest.DigestActions;
import io.suturescope.views.digest.DigestState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The digest of a day or a week, today's until another one is chosen.
public final class DigestPresenter implements DigestActions, ScreenPresenter {

  private final Desk desk;
  private final Background background;
  private final Consumer<DigestState> screen;
  private final Lane lane = Lane.newestWins("digest");
  private final Lane copyLane = Lane.newestWins("digest copy");

  private boolean weekly;
  private Optional<LocalDate> day = Optional.empty();
  private Style style = Style.SUTURESCOPE;
  private OptionalLong source = OptionalLong.empty();
  private Optional<DigestSheet> sheet = Optional.empty();

  DigestPresenter(Desk desk, Background background, Consumer<DigestState> screen) {
    this.desk = desk;
    this.background = background;
    this.screen = screen;
  }

  @Override
  public boolean loading() {
    return background.busy(lane);
  }

  @Override
  public void reload() {
    DigestSheet.Wish wish =
        new DigestSheet.Wish(
            weekly,
            day,
            DigestRequest.Style.valueOf(style.name()),
            source,
            desk.time(),
            desk.commandJournal());
    var reading = desk.reading();
    background.run(
        lane,
        () -> DigestSheet.read(reading, wish),
        read -> {
          sheet = Optional.of(read);
          show(false);
        },
        cause -> {
          show(false);
          desk.fail("The digest could not be read", cause);
        });
  }

  private void chosen() {
    show(true);
    reload();
  }

  private void show(boolean reading) {
    LocalDate today = DigestSheet.today(DigestRequest.Style.valueOf(style.name()), desk.time());
    screen.accept(
        new DigestState(
            sheet.map(DigestSheet::emptiness).orElse(Emptiness.NOT_EMPTY),
            weekly,
            day.orElse(today),
            today,
            style,
            sheet.map(DigestPresenter::sources).orElse(List.of()),
            sheet.map(DigestPresenter::source).orElse(source),
            reading,
            sheet.map(DigestSheet::content).orElse(new DigestState.Content.Nothing())));
  }

  private static List<DigestState.Source> sources(DigestSheet sheet) {
    return sheet.sources().stream()
        .map(row -> new DigestState.Source(row.id(), row.identity().displayName()))
        .toList();
  }

  private static OptionalLong source(DigestSheet sheet) {
    return sheet.request().source().stream().mapToLong(row -> row.id()).findFirst();
  }

  @Override
  public void entered() {
    show(sheet.isPresent() && loading());
  }

  @Override
  public void periodChosen(boolean wanted) {
    weekly = wanted;
    chosen();
  }

  @Override
  public void dayChosen(LocalDate wanted) {
    LocalDate today = DigestSheet.today(DigestRequest.Style.valueOf(style.name()), desk.time());
    // Who looks at today's wants tomorrow's after midnight.
    day = wanted.equals(today) ? Optional.empty() : Optional.of(wanted);
    chosen();
  }

  @Override
  public void styleChosen(Style wanted) {
    style = wanted;
    chosen();
  }

  @Override
  public void sourceChosen(OptionalLong wanted) {
    source = wanted;
    chosen();
  }

  @Override
  public void numberPressed(int reference) {
    // What no query gives is a number of CodeSuture's own digest.
    sheet
        .flatMap(read -> read.number(reference))
        .ifPresentOrElse(this::look, () -> styleChosen(Style.CODESUTURE));
  }

  private void look(DigestNumber number) {
    desk.search(number.query());
    desk.go(number.counted() == Counted.PATCHES ? Screen.PATCHES : Screen.INCIDENTS);
    if (number.counted() == Counted.NOT_PATCHED) {
      desk.openUnpatched();
    }
  }

  @Override
  public void copy(Form form) {
    var reading = desk.reading();
    sheet.ifPresent(shown -> background.run(copyLane, () -> shown.text(reading, form), desk::copy));
  }

  @Override
  public void export(Form form) {
    var reading = desk.reading();
    sheet.ifPresent(shown -> desk.export(shown.fileName(form), () -> shown.bytes(reading, form)));
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
