package io.suturescope.views.triage;

/// What somebody decides about rows of the stream. Decisions are about the marked groups, and where
/// none is marked about those of the selected row.
public interface TriageActions extends TriageSheet.Actions {

  /// How long a dismissal is to hold.
  enum Hold {
    TOMORROW,
    WEEK,
    TEN_MORE,
    CODE_CHANGES,
    FOR_EVER
  }

  /// Which rows are marked then.
  enum Marking {
    /// This row as well, or no longer.
    TOGGLE,
    /// All from the selected row to this one.
    EXTEND
  }

  /// Opens the sheet for a dismissal.
  void dismissWanted(Hold hold);

  /// Brings back what is dismissed.
  void dismissalEnded();

  void reviewedToggled();

  /// Opens the sheet for a note.
  void noteWanted();

  /// Opens the sheet for an owner.
  void ownerWanted();

  void mergeWanted();

  void splitWanted();

  void rowMarked(int index, Marking how);

  /// Marks every group that matches, however many.
  void allMarked();

  void marksCleared();

  /// Shows what is dismissed.
  void hiddenWanted();
}
