package io.suturescope.app.screens;

import io.suturescope.app.store.Triage;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.triage.TriageChange;

/// Makes changes, takes them back and makes them again, one after the other. On the UI thread.
final class Decisions {

  private final Triage triage;
  private final Background background;
  private final Listener listener;
  private final Lane lane = Lane.oneAfterAnother("triage");

  /// Told of what came of it.
  interface Listener {

    /// Something is decided otherwise.
    ///
    /// @param back label of the way back
    void decided(String said, String back, Runnable way);

    /// There was nothing to do.
    void nothing(String said);
  }

  Decisions(Triage triage, Background background, Listener listener) {
    this.triage = triage;
    this.background = background;
    this.listener = listener;
  }

  Triage triage() {
    return triage;
  }

  void make(TriageChange change) {
    background.run(
        lane,
        () -> triage.apply(change),
        _ -> listener.decided(TriageWords.done(change), "Undo", this::undo));
  }

  void undo() {
    background.run(
        lane,
        triage::undo,
        step ->
            step.ifPresentOrElse(
                s -> listener.decided(TriageWords.undone(s.change()), "Redo", this::redo),
                () -> listener.nothing("There is nothing to undo")));
  }

  void redo() {
    background.run(
        lane,
        triage::redo,
        step ->
            step.ifPresentOrElse(
                s -> listener.decided(TriageWords.again(s.change()), "Undo", this::undo),
                () -> listener.nothing("There is nothing to do again")));
  }
}
