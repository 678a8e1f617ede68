package io.suturescope.model.triage;

import java.util.List;

/// One step of triage, of one subject or of many: it is done, undone and done again as a whole.
public sealed interface TriageChange {

  /// Never empty.
  List<? extends Subject> subjects();

  /// Hides them. An earlier dismissal of the same subject is replaced.
  record Dismiss(List<Dismissing> each, String reason) implements TriageChange {
    public Dismiss {
      each = some(each);
    }

    @Override
    public List<Subject> subjects() {
      return each.stream().map(Dismissing::subject).toList();
    }
  }

  /// Conditions hold numbers of their subject, so each has its own.
  record Dismissing(Subject subject, DismissalCondition condition) {}

  /// Brings back what is dismissed.
  record EndDismissal(List<Subject> subjects) implements TriageChange {
    public EndDismissal {
      subjects = some(subjects);
    }
  }

  /// @param markdown empty takes the note away
  record Note(List<Subject> subjects, String markdown) implements TriageChange {
    public Note {
      subjects = some(subjects);
    }
  }

  /// @param name empty: nobody's
  record Owner(List<Subject> subjects, String name) implements TriageChange {
    public Owner {
      subjects = some(subjects);
    }
  }

  /// Of an alert: read.
  record Reviewed(List<Subject> subjects, boolean yes) implements TriageChange {
    public Reviewed {
      subjects = some(subjects);
    }
  }

  /// Makes them one row, with those that they are merged with already.
  record Merge(List<Subject.Group> subjects) implements TriageChange {
    public Merge {
      subjects = some(subjects);
      if (subjects.size() < 2) {
        throw new IllegalArgumentException("a merge needs two groups");
      }
    }
  }

  /// Takes them out of their merge; what is left alone in it is no merge any more.
  record Split(List<Subject.Group> subjects) implements TriageChange {
    public Split {
      subjects = some(subjects);
    }
  }

  private static <T> List<T> some(List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("a change of nothing");
    }
    return List.copyOf(list);
  }
}
