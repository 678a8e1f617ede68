package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.life.EdgeKind;
import io.suturescope.model.patch.PatchState;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;

/// What is said about patches.
final class PatchWords {

  private PatchWords() {}

  /// A patch for a screen reader.
  static String said(PatchLine line) {
    return VisibleText.line(
        Words.of(
            "patches.row",
            line.severity() == Severity.UNKNOWN ? "" : SeverityBadge.name(line.severity()),
            line.place(),
            line.function(),
            guards(line),
            line.effective().text(),
            line.signature().map(Chip::text).orElse(Words.of("patches.no_file")),
            line.crashes(),
            line.left().map(TimeLeft::text).orElse(Words.of("patches.no_end")),
            Words.of("verdict." + line.verdict().name().toLowerCase(Locale.ROOT))));
  }

  /// "null_guard", "2 guards: null_guard, key_guard".
  static String guards(PatchLine line) {
    List<String> guards = line.guards();
    return guards.size() < 2
        ? String.join("", guards)
        : Words.of("patches.guards", guards.size(), String.join(", ", guards));
  }

  /// A recorded state as a word.
  static String state(PatchState state) {
    return Words.of("machine.state." + state.word());
  }

  /// "once", "27 times".
  static String times(long times) {
    return Words.of("machine.times", times);
  }

  static String kind(EdgeKind kind) {
    return Words.of("machine.kind." + kind.name().toLowerCase(Locale.ROOT));
  }
}
