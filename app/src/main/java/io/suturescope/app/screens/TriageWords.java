package io.suturescope.app.screens;

import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.TriageChange;
import java.util.Locale;

/// How decisions are said.
final class TriageWords {

  private TriageWords() {}

  /// What was done, without a full stop: "Dismissed 3 groups".
  static String done(TriageChange change) {
    String what = what(change);
    return switch (change) {
      case TriageChange.Dismiss _ -> "Dismissed " + what;
      case TriageChange.EndDismissal _ -> "Brought back " + what;
      case TriageChange.Note(var _, String text) ->
          (text.isBlank() ? "Took the note off " : "Kept a note on ") + what;
      case TriageChange.Owner(var _, String name) ->
          name.isBlank() ? "Nobody looks after " + what : name + " looks after " + what;
      case TriageChange.Reviewed(var _, boolean yes) ->
          "Marked " + what + (yes ? " " : " not ") + (alerts(change) ? "read" : "reviewed");
      case TriageChange.Merge _ -> "Merged " + what;
      case TriageChange.Split _ -> "Split " + what;
    };
  }

  /// "Undone: dismissed 3 groups".
  static String undone(TriageChange change) {
    return "Undone: " + small(done(change));
  }

  static String again(TriageChange change) {
    return "Done again: " + small(done(change));
  }

  private static String small(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  static String groups(int number) {
    return Words.count(number, "group", "groups");
  }

  private static String what(TriageChange change) {
    int number = change.subjects().size();
    return alerts(change) ? Words.count(number, "alert", "alerts") : groups(number);
  }

  private static boolean alerts(TriageChange change) {
    return change.subjects().getFirst() instanceof Subject.Alert;
  }
}
