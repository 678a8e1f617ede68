package io.suturescope.app.screens;

import io.suturescope.model.redaction.Redaction;
import io.suturescope.views.incidents.IncidentDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Blocks of source with the crashing line marked, and in it the part that failed.
final class SourceBlocks {

  private SourceBlocks() {}

  /// From the project's file as it is now; says so when the line is not the one that crashed.
  static IncidentDetail.SourceBlock of(
      Evidence.Excerpt excerpt, int crashLine, Optional<RecordedStack.Marked> crashed) {
    List<IncidentDetail.Line> lines = new ArrayList<>();
    boolean drifted = false;
    for (int i = 0; i < excerpt.lines().size(); i++) {
      int number = excerpt.first() + i;
      String text = excerpt.lines().get(i);
      int from = 0;
      int to = 0;
      if (number == crashLine && crashed.isPresent() && !crashed.get().frame().code().isEmpty()) {
        String code = crashed.get().frame().code();
        drifted = !text.strip().equals(code);
        if (!drifted) {
          int indent = text.length() - text.stripLeading().length();
          from = indent + crashed.get().from();
          to = indent + crashed.get().to();
        }
      }
      lines.add(line(number, text, number == crashLine, from, to));
    }
    String note =
        drifted
            ? "The file has changed since the crash: then this line read  "
                + crashed.map(c -> Redaction.masked(c.frame().code())).orElse("")
            : "";
    return new IncidentDetail.SourceBlock(excerpt.file(), lines, note);
  }

  /// A line without its secrets; where some are masked, what failed in it is not marked.
  private static IncidentDetail.Line line(
      int number, String text, boolean marked, int from, int to) {
    String shown = Redaction.masked(text);
    boolean whole = shown.equals(text);
    return new IncidentDetail.Line(number, shown, marked, whole ? from : 0, whole ? to : 0);
  }

  /// Only the line that the stack recorded.
  static IncidentDetail.SourceBlock recorded(RecordedStack.Marked marked) {
    IncidentDetail.Frame frame = marked.frame();
    return new IncidentDetail.SourceBlock(
        frame.file(),
        List.of(line(frame.line(), frame.code(), true, marked.from(), marked.to())),
        "As the stack recorded it; the file is not in the imported project.");
  }
}
