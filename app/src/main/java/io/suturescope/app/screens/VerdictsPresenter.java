package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.VerdictRow;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.verdicts.VerdictDetail;
import io.suturescope.views.verdicts.VerdictLine;
import io.suturescope.views.verdicts.VerdictsActions;
import io.suturescope.views.verdicts.VerdictsState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The verdicts: one ledger a patch that the query leaves.
public final class VerdictsPresenter implements VerdictsActions, ScreenPresenter {

  private static final VerdictLine.Heading UNKNOWN =
      new VerdictLine.Heading(
          "No verdict",
          "Nothing is known of these. The shadow run was off, or never compared them: that does not"
              + " mean that the patches are right.");

  private final Desk desk;
  private final Background background;
  private final Consumer<VerdictsState> screen;
  private final Lane lane = Lane.newestWins("verdicts");

  private Loaded loaded =
      new Loaded(Emptiness.NOTHING_IMPORTED, false, List.of(), false, RowWindow.of(List.of()), "");
  private OptionalInt selected = OptionalInt.empty();
  private boolean closed;
  private boolean waitsForRows;

  VerdictsPresenter(Desk desk, Background background, Consumer<VerdictsState> screen) {
    this.desk = desk;
    this.background = background;
    this.screen = screen;
  }

  /// @param rows beside each line the ledger that it shows; empty for a heading
  private record Loaded(
      Emptiness emptiness,
      boolean noneRecorded,
      List<Optional<VerdictRow>> rows,
      boolean several,
      RowWindow<VerdictLine> lines,
      String note) {}

  @Override
  public boolean loading() {
    return background.busy(lane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    background.run(lane, () -> load(reading, query), this::loaded);
  }

  private static Loaded load(Reading reading, IncidentQuery query) {
    List<VerdictRow> rows = reading.verdicts(query);
    Emptiness emptiness = Emptiness.NOT_EMPTY;
    if (rows.isEmpty()) {
      emptiness =
          reading.sources().isEmpty() ? Emptiness.NOTHING_IMPORTED : Emptiness.NOTHING_MATCHES;
    }
    boolean several = rows.stream().map(row -> row.source().id()).distinct().count() > 1;
    List<Optional<VerdictRow>> shown = new ArrayList<>();
    List<VerdictLine> lines = new ArrayList<>();
    long known = 0;
    for (VerdictRow row : rows) {
      boolean unknown = row.ledger().standing() == VerdictKind.NOT_RUN;
      if (unknown && known == lines.size()) {
        shown.add(Optional.empty());
        lines.add(UNKNOWN);
      }
      known += unknown ? 0 : 1;
      shown.add(Optional.of(row));
      lines.add(VerdictDetails.line(row, several));
    }
    boolean none =
        query.terms().isEmpty() && rows.stream().allMatch(row -> row.ledger().entries().isEmpty());
    return new Loaded(
        emptiness, none, shown, several, RowWindow.of(lines), note(known, rows.size() - known));
  }

  private static String note(long known, long unknown) {
    return Words.count(known, "patch with a verdict", "patches with a verdict")
        + ", "
        + Words.count(unknown, "without", "without");
  }

  private void loaded(Loaded now) {
    Optional<VerdictRow> before = chosen();
    loaded = now;
    selected = before.map(this::find).orElse(OptionalInt.empty());
    chooseFirst();
    show();
    if (waitsForRows) {
      waitsForRows = false;
      desk.focusRows();
    }
  }

  private OptionalInt find(VerdictRow wanted) {
    for (int index = 0; index < loaded.rows().size(); index++) {
      boolean same =
          loaded
              .rows()
              .get(index)
              .filter(row ->
                  row.source().id() == wanted.source().id()
                      && row.file().equals(wanted.file())
                      && row.ledger().subject().name().equals(wanted.ledger().subject().name()))
              .isPresent();
      if (same) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  private Optional<VerdictRow> chosen() {
    return selected.isPresent() && selected.getAsInt() < loaded.rows().size()
        ? loaded.rows().get(selected.getAsInt())
        : Optional.empty();
  }

  private void show() {
    Optional<VerdictDetail> detail =
        chosen().map(row -> VerdictDetails.detail(row, loaded.several()));
    screen.accept(
        new VerdictsState(
            loaded.emptiness(),
            loaded.noneRecorded(),
            loaded.lines(),
            selected,
            desk.time(),
            loaded.rows().isEmpty() ? "" : loaded.note(),
            detail));
  }

  @Override
  public void entered() {
    waitsForRows = loading();
    chooseFirst();
    show();
    desk.focusRows();
  }

  @Override
  public void left() {
    waitsForRows = false;
  }

  /// The first ledger is open until somebody closes it.
  private void chooseFirst() {
    if (selected.isEmpty() && !closed && !loaded.rows().isEmpty()) {
      selected = OptionalInt.of(loaded.rows().getFirst().isPresent() ? 0 : 1);
    }
  }

  @Override
  public void rowSelected(int index) {
    if (selected.isEmpty() || selected.getAsInt() != index) {
      selected = OptionalInt.of(index);
      closed = false;
      show();
    }
  }

  @Override
  public void detailClosed() {
    selected = OptionalInt.empty();
    closed = true;
    show();
    desk.focusRows();
  }

  @Override
  public void openPatch() {
    Optional<PatchRow> patch = chosen().flatMap(VerdictRow::patch);
    patch.ifPresent(row -> desk.openPatch(row, PatchTabs.Tab.STORY));
  }

  @Override
  public void showCrashes() {
    chosen()
        .filter(row -> row.patch().isPresent())
        .map(row -> row.ledger().subject())
        .ifPresent(subject -> {
          desk.search(
              IncidentQuery.ALL
                  .with(QueryTerm.of(QueryKey.FN, new QueryValue.Text(subject.function())))
                  .with(QueryTerm.of(QueryKey.MODULE, new QueryValue.Text(subject.module()))));
          desk.go(Screen.INCIDENTS);
        });
  }

  @Override
  public void openProject() {
    desk.openProject();
  }

  @Override
  public void openSample() {
    desk.openSample();
  }

  @Override
  public void queryCleared() {
    desk.search(IncidentQuery.ALL);
  }
}
