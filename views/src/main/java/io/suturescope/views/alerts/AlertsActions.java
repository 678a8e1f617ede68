package io.suturescope.views.alerts;

import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriageSheet;

/// What somebody does with alerts and dismissals.
public interface AlertsActions extends TriageSheet.Actions {

  void segmentChosen(AlertsState.Segment segment);

  void rowSelected(int index);

  /// Marks the selected alert read and goes to its crash; of a dismissal, to what it hides.
  void rowOpened();

  /// The selected alert is read, or unread again.
  void readToggled();

  /// Every alert in the list is read.
  void allRead();

  /// Opens the sheet for a dismissal of the selected alert.
  void dismissWanted(Hold hold);

  /// Brings back what the selected row hides or is.
  void dismissalEnded();

  /// Dismissed alerts stand in the list as well.
  void dismissedShown(boolean shown);

  void openProject();

  void openSample();
}
