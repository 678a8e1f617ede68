package io.suturescope.app.store;

import io.suturescope.model.triage.DismissalCondition;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.model.triage.TriageChange.Dismissing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes as rows, and rows as changes.
final class TriageRows {

  private enum Kind {
    DISMISS,
    END_DISMISSAL,
    NOTE,
    OWNER,
    REVIEWED,
    NOT_REVIEWED,
    MERGE,
    SPLIT
  }

  private enum Condition {
    UNTIL,
    UNTIL_MORE,
    UNTIL_CODE_HASH,
    FOR_EVER
  }

  private record Head(Kind kind, String text) {}

  private TriageRows() {}

  static void write(Db db, long event, TriageChange change) throws SQLException {
    Head head =
        switch (change) {
          case TriageChange.Dismiss d -> new Head(Kind.DISMISS, d.reason());
          case TriageChange.EndDismissal _ -> new Head(Kind.END_DISMISSAL, "");
          case TriageChange.Note n -> new Head(Kind.NOTE, n.markdown());
          case TriageChange.Owner o -> new Head(Kind.OWNER, o.name());
          case TriageChange.Reviewed r -> new Head(r.yes() ? Kind.REVIEWED : Kind.NOT_REVIEWED, "");
          case TriageChange.Merge _ -> new Head(Kind.MERGE, "");
          case TriageChange.Split _ -> new Head(Kind.SPLIT, "");
        };
    db.update(
        "INSERT INTO change VALUES(?, ?, ?)", event, head.kind.name(), Words.storable(head.text));
    for (int i = 0; i < change.subjects().size(); i++) {
      List<@Nullable Object> values = new ArrayList<>(List.of(event, i));
      values.addAll(subject(change.subjects().get(i)));
      values.addAll(
          change instanceof TriageChange.Dismiss d
              ? condition(d.each().get(i).condition())
              : row(null, null, null, null, null));
      db.update(
          "INSERT INTO subject VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values.toArray());
    }
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return java.util.Arrays.asList(values);
  }

  private static List<@Nullable Object> subject(Subject subject) {
    return switch (subject) {
      case Subject.Alert(String id) -> row(Words.storable(id), null, null, null, null, null);
      case Subject.Group g ->
          row(
              null,
              Words.storable(g.fingerprint()),
              Words.storable(g.module()),
              Words.storable(g.function()),
              Words.storable(g.guard()),
              Words.storable(g.exception()));
    };
  }

  private static List<@Nullable Object> condition(DismissalCondition condition) {
    return switch (condition) {
      case DismissalCondition.Until(var end) ->
          row(Condition.UNTIL.name(), Codes.micros(end), null, null, null);
      case DismissalCondition.UntilMore(long more, long crashes) ->
          row(Condition.UNTIL_MORE.name(), null, more, crashes, null);
      case DismissalCondition.UntilCodeHash(String hash) ->
          row(Condition.UNTIL_CODE_HASH.name(), null, null, null, hash);
      case DismissalCondition.ForEver() -> row(Condition.FOR_EVER.name(), null, null, null, null);
    };
  }

  private record Item(Subject subject, DismissalCondition condition) {}

  static TriageChange change(Db db, long event) throws SQLException {
    Head head =
        db.first(
                "SELECT kind, text FROM change WHERE event = ?",
                r -> new Head(Kind.valueOf(r.getString(1)), Words.restored(r.getString(2))),
                event)
            .orElseThrow();
    List<Item> items =
        db.list(
            "SELECT incident_id, fingerprint, module, function, guard, exception, condition, until,"
                + " more, crashes, code_hash FROM subject WHERE event = ? ORDER BY position",
            r -> new Item(subject(r), condition(r)),
            event);
    List<Subject> subjects = items.stream().map(Item::subject).toList();
    return switch (head.kind) {
      case DISMISS ->
          new TriageChange.Dismiss(
              items.stream().map(i -> new Dismissing(i.subject, i.condition)).toList(), head.text);
      case END_DISMISSAL -> new TriageChange.EndDismissal(subjects);
      case NOTE -> new TriageChange.Note(subjects, head.text);
      case OWNER -> new TriageChange.Owner(subjects, head.text);
      case REVIEWED -> new TriageChange.Reviewed(subjects, true);
      case NOT_REVIEWED -> new TriageChange.Reviewed(subjects, false);
      case MERGE -> new TriageChange.Merge(groups(subjects));
      case SPLIT -> new TriageChange.Split(groups(subjects));
    };
  }

  private static List<Subject.Group> groups(List<Subject> subjects) {
    return subjects.stream().map(Subject.Group.class::cast).toList();
  }

  private static Subject subject(ResultSet r) throws SQLException {
    String alert = r.getString(1);
    return alert != null
        ? new Subject.Alert(Words.restored(alert))
        : new Subject.Group(
            Words.restored(r.getString(2)),
            Words.restored(r.getString(3)),
            Words.restored(r.getString(4)),
            Words.restored(r.getString(5)),
            Words.restored(r.getString(6)));
  }

  private static DismissalCondition condition(ResultSet r) throws SQLException {
    String word = r.getString(7);
    return switch (word == null ? Condition.FOR_EVER : Condition.valueOf(word)) {
      case UNTIL -> new DismissalCondition.Until(Codes.instant(r.getLong(8)));
      case UNTIL_MORE -> new DismissalCondition.UntilMore(r.getLong(9), r.getLong(10));
      case UNTIL_CODE_HASH -> new DismissalCondition.UntilCodeHash(r.getString(11));
      case FOR_EVER -> new DismissalCondition.ForEver();
    };
  }
}
