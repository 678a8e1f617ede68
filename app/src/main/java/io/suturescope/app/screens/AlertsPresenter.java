package io.suturescope.app.screens;

import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Triage;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.views.alerts.AlertLine;
import io.suturescope.views.alerts.AlertsActions;
import io.suturescope.views.alerts.AlertsState;
import io.suturescope.views.alerts.DismissalLine;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriagePart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The alerts that CodeSuture wrote, and the inventory of all dismissals.
public final class AlertsPresenter implements AlertsActions, ScreenPresenter {

  private final Desk desk;
  private final Background background;
  private final Consumer<AlertsState> screen;
  private final Lane lane = Lane.newestWins("alerts");
  private final Lane changeLane = Lane.oneAfterAnother("alert decisions");
  private AlertList list = AlertList.NONE;
  private RowWindow<AlertLine> alerts = RowWindow.of(List.of());
  private RowWindow<DismissalLine> dismissals = RowWindow.of(List.of());
  private AlertsState.Segment segment = AlertsState.Segment.ALERTS;
  private boolean dismissedShown;
  private OptionalInt selected = OptionalInt.empty();
  private Optional<TriagePart.Form> form = Optional.empty();
  private Optional<Subject> formSubject = Optional.empty();
  private long forms;

  AlertsPresenter(Desk desk, Background background, Consumer<AlertsState> screen) {
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
    Reading reading = desk.reading();
    Triage triage = desk.triage();
    TimeView time = desk.time();
    background.run(lane, () -> AlertList.read(reading, triage, time), this::loaded);
  }

  private void loaded(AlertList read) {
    list = read;
    arrange();
  }

  /// The rows are others now; the selection stays at its place.
  private void arrange() {
    alerts = RowWindow.of(list.lines(dismissedShown));
    dismissals = RowWindow.of(list.dismissals());
    int size = segment == AlertsState.Segment.ALERTS ? alerts.size() : dismissals.size();
    selected =
        size == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(selected.orElse(0), size - 1));
    show();
  }

  private void show() {
    boolean ofAlerts = segment == AlertsState.Segment.ALERTS;
    screen.accept(
        new AlertsState(
            list.imported() ? Emptiness.NOT_EMPTY : Emptiness.NOTHING_IMPORTED,
            segment,
            desk.time(),
            ofAlerts ? list.note() : Words.count(dismissals.size(), "dismissal", "dismissals"),
            alerts,
            dismissals,
            list.hidden(),
            dismissedShown,
            selected,
            form));
  }

  @Override
  public void entered() {
    desk.focusRows();
  }

  private Optional<AlertLine> alert() {
    return segment == AlertsState.Segment.ALERTS && selected.isPresent()
        ? alerts.row(selected.getAsInt())
        : Optional.empty();
  }

  /// What the selected row is about.
  private Optional<Subject> subject() {
    if (segment == AlertsState.Segment.ALERTS) {
      return alert().map(line -> new Subject.Alert(line.incidentId()));
    }
    return selected.isPresent()
        ? Optional.of(list.inventory().get(selected.getAsInt()).subject())
        : Optional.empty();
  }

  @Override
  public void segmentChosen(AlertsState.Segment chosen) {
    segment = chosen;
    selected = OptionalInt.empty();
    arrange();
  }

  @Override
  public void rowSelected(int index) {
    selected = OptionalInt.of(index);
    show();
  }

  @Override
  public void rowOpened() {
    alert().filter(AlertLine::unread).ifPresent(line -> desk.decide(reviewed(List.of(line), true)));
    subject().flatMap(list::group).ifPresent(this::open);
  }

  private void open(Subject.Group group) {
    IncidentQuery query =
        IncidentQuery.ALL
            .with(QueryTerm.of(QueryKey.FN, new QueryValue.Text(group.function())))
            .with(QueryTerm.of(QueryKey.EXCEPTION, new QueryValue.Text(group.exception())));
    boolean hidden =
        segment == AlertsState.Segment.DISMISSALS
            && selected.isPresent()
            && list.dismissals().get(selected.getAsInt()).active();
    desk.search(hidden ? StreamTriage.and(query, false) : query);
    desk.go(Screen.INCIDENTS);
  }

  private static TriageChange reviewed(List<AlertLine> lines, boolean yes) {
    return new TriageChange.Reviewed(
        lines.stream()
            .<Subject>map(line -> new Subject.Alert(line.incidentId()))
            .distinct()
            .toList(),
        yes);
  }

  @Override
  public void readToggled() {
    alert().ifPresent(line -> desk.decide(reviewed(List.of(line), line.unread())));
  }

  @Override
  public void allRead() {
    List<AlertLine> unread = list.lines(dismissedShown).stream().filter(AlertLine::unread).toList();
    if (!unread.isEmpty()) {
      desk.decide(reviewed(unread, true));
    }
  }

  @Override
  public void dismissWanted(Hold hold) {
    formSubject = subject();
    form =
        alert()
            .map(line ->
                new TriagePart.Form(
                    TriagePart.Kind.DISMISS,
                    ++forms,
                    "Dismiss the alert of " + line.function(),
                    "Hides 1 alert now. Its crashes stay where they are, and its file is not"
                        + " touched.",
                    "",
                    hold));
    show();
  }

  @Override
  public void formSubmitted(String text, Hold hold) {
    Reading reading = desk.reading();
    TimeView time = desk.time();
    formClosed();
    formSubject.ifPresent(subject ->
        background.run(
            changeLane,
            () -> reading.facts(List.of(subject)).getOrDefault(subject, SubjectFacts.NONE),
            facts ->
                desk.decide(
                    new TriageChange.Dismiss(
                        List.of(
                            new TriageChange.Dismissing(
                                subject, StreamTriage.condition(hold, time, facts))),
                        text))));
  }

  @Override
  public void formClosed() {
    form = Optional.empty();
    show();
  }

  @Override
  public void dismissalEnded() {
    subject().ifPresent(subject -> desk.decide(new TriageChange.EndDismissal(List.of(subject))));
  }

  @Override
  public void dismissedShown(boolean shown) {
    dismissedShown = shown;
    arrange();
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
