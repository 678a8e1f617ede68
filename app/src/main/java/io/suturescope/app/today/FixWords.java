package io.suturescope.app.today;

import io.suturescope.model.source.FixLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why suggestions cannot be used, counted.
final class FixWords {

  private FixWords() {}

  /// Such as "5 suggestions change nothing, 4 do not parse".
  static String of(Map<FixLabel, Integer> labels) {
    List<String> parts = new ArrayList<>();
    labels.forEach((label, count) -> {
      if (label != FixLabel.NONE && label != FixLabel.USABLE) {
        String suggestions =
            parts.isEmpty() ? (count == 1 ? " suggestion " : " suggestions ") : " ";
        parts.add(
            String.format(Locale.ROOT, "%,d", count) + suggestions + words(label, count == 1));
      }
    });
    int none = labels.getOrDefault(FixLabel.NONE, 0);
    if (none > 0) {
      parts.add(String.format(Locale.ROOT, "%,d without a suggestion", none));
    }
    return String.join(", ", parts);
  }

  private static String words(FixLabel label, boolean one) {
    return switch (label) {
      case NO_OP -> one ? "changes nothing" : "change nothing";
      case SOURCE_MISSING -> one ? "has no source file here" : "have no source file here";
      case SOURCE_DRIFTED -> one ? "is for a line that changed" : "are for lines that changed";
      case WRONG_LINE -> one ? "is for another line" : "are for other lines";
      case DOES_NOT_PARSE -> one ? "does not parse" : "do not parse";
      case CHANGES_STATEMENT -> one ? "drops the statement" : "drop the statement";
      case NONE, USABLE -> "";
    };
  }
}
