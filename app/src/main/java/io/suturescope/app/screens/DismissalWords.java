package io.suturescope.app.screens;

import io.suturescope.model.triage.Dismissal;
import io.suturescope.model.triage.DismissalCondition;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How long a dismissal holds, in words.
final class DismissalWords {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private DismissalWords() {}

  /// "mia, 2026-11-20: known noise".
  static String origin(Dismissal dismissal, ZoneId zone) {
    return dismissal.by()
        + ", "
        + dismissal.at().atZone(zone).toLocalDate()
        + ": "
        + dismissal.reason();
  }

  /// "until 2026-11-22 09:00", "until 10 more crashes come (88 then)".
  static String until(Dismissal dismissal, ZoneId zone) {
    return switch (dismissal.condition()) {
      case DismissalCondition.Until(var end) -> "until " + MOMENT.format(end.atZone(zone));
      case DismissalCondition.UntilMore(long more, long then) ->
          "until "
              + Words.count(more, "more crash comes", "more crashes come")
              + String.format(Locale.ROOT, " (%,d then)", then);
      case DismissalCondition.UntilCodeHash _ -> "until the code of the patch changes";
      case DismissalCondition.ForEver() -> "for ever";
    };
  }
}
