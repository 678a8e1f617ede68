package io.suturescope.views.triage;

import java.util.List;
import java.util.Optional;

/// What is decided, and what can be.
///
/// @param marked number of marked groups
/// @param marks goes up whenever other rows are marked, or other decisions are drawn on them
/// @param hidden dismissed groups that match and are not shown
/// @param offer what can be decided about the selection
/// @param story what is decided about the selected row, one sentence each
/// @param note of the selected row; may be empty
/// @param form the sheet that is open
public record TriagePart(
    int marked,
    long marks,
    int hidden,
    Offer offer,
    List<String> story,
    String note,
    Optional<Form> form) {

  public static final TriagePart NONE =
      new TriagePart(0, 0, 0, Offer.NOTHING, List.of(), "", Optional.empty());

  public TriagePart {
    story = List.copyOf(story);
  }

  /// @param groups number of groups that a decision would be about
  /// @param reviewed all of them are
  /// @param dismissed one of them is
  /// @param mergeable several, and not all of one merge
  /// @param merged one of them is part of a merge
  public record Offer(
      int groups, boolean reviewed, boolean dismissed, boolean mergeable, boolean merged) {
    public static final Offer NOTHING = new Offer(0, false, false, false, false);
  }

  /// A sheet that asks for a text.
  ///
  /// @param number another one whenever a sheet is opened
  /// @param title such as "Dismiss 3 groups"
  /// @param preview what it will do, such as "Hides 3 groups, 14 crashes now"; may be empty
  /// @param text to begin with
  public record Form(
      Kind kind, long number, String title, String preview, String text, TriageActions.Hold hold) {}

  public enum Kind {
    DISMISS,
    NOTE,
    OWNER
  }

  /// What is drawn on a row.
  ///
  /// @param marked chosen together with others
  /// @param decided such as "reviewed"; may be empty
  public record Marks(boolean marked, List<String> decided) {
    public static final Marks NONE = new Marks(false, List.of());

    public Marks {
      decided = List.copyOf(decided);
    }
  }
}
