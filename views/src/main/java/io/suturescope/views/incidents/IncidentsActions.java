package io.suturescope.views.incidents;

import io.suturescope.views.code.PatchActions;
import io.suturescope.views.controls.TimelineActions;
import io.suturescope.views.triage.TriageActions;

/// What somebody does with the stream.
public interface IncidentsActions extends TimelineActions, PatchActions, TriageActions {

  /// Rows `from` up to and without `to` are about to be seen and are not there.
  void rowsNeeded(int from, int to);

  void rowSelected(int index);

  void rowExpanded(int index);

  void rowCollapsed(int index);

  void sortedBy(IncidentColumn column);

  /// @param width in em
  void columnResized(IncidentColumn column, double width);

  void dividersMoved(IncidentsState.Dividers dividers);

  /// The first visible row, to come back to.
  void scrolledTo(int firstVisible);

  void tabChosen(IncidentDetail.Tab tab);

  /// Writes the draft of a post-mortem of the incident that is shown into a file.
  void exportPostMortem();

  /// Adds a term such as `severity:high` to the query.
  void termAdded(String term);

  /// Moves the keyboard to the query bar.
  void queryWanted();

  void queryCleared();

  void openProject();

  void openSample();
}
