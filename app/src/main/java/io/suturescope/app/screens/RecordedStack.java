package io.suturescope.app.screens;

import io.suturescope.views.incidents.IncidentDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the entries of `stack_trace` as Python's traceback module writes them: a place, the line
/// of source, and a line of marks under the part that failed.
final class RecordedStack {

  private static final Pattern PLACE =
      Pattern.compile("\\s*File \"(?<file>.*)\", line (?<line>\\d{1,9})(?:, in (?<function>.*))?");
  private static final int LIMIT = 500;

  private RecordedStack() {}

  /// A frame, and where in its code the marks stand.
  record Marked(IncidentDetail.Frame frame, int from, int to) {}

  /// Outermost first; the last one raised. At most 500 frames.
  static List<Marked> read(List<String> entries) {
    List<String> lines = new ArrayList<>();
    for (String entry : entries) {
      entry.lines().limit(LIMIT).forEach(lines::add);
    }
    List<Marked> frames = new ArrayList<>();
    for (int at = 0; at < lines.size() && frames.size() < LIMIT; at++) {
      Matcher place = PLACE.matcher(lines.get(at));
      if (place.matches()) {
        frames.add(frame(place, lines, at));
      }
    }
    return lastRaised(frames);
  }

  private static Marked frame(Matcher place, List<String> lines, int at) {
    String code = "";
    int from = 0;
    int to = 0;
    if (at + 1 < lines.size() && !PLACE.matcher(lines.get(at + 1)).matches()) {
      String line = lines.get(at + 1);
      code = line.strip();
      if (at + 2 < lines.size() && isMarks(lines.get(at + 2))) {
        String marks = lines.get(at + 2);
        int indent = line.length() - line.stripLeading().length();
        from = Math.clamp(firstMark(marks) - indent, 0, code.length());
        to = Math.clamp(marks.stripTrailing().length() - indent, from, code.length());
      }
    }
    String function = place.group("function");
    int number = Integer.parseInt(place.group("line"));
    return new Marked(
        new IncidentDetail.Frame(
            place.group("file"), number, function == null ? "" : function, code, false),
        from,
        to);
  }

  private static boolean isMarks(String line) {
    String marks = line.strip();
    return !marks.isEmpty() && marks.chars().allMatch(c -> c == '^' || c == '~');
  }

  private static int firstMark(String marks) {
    return marks.length() - marks.stripLeading().length();
  }

  private static List<Marked> lastRaised(List<Marked> frames) {
    if (!frames.isEmpty()) {
      Marked last = frames.removeLast();
      IncidentDetail.Frame f = last.frame();
      frames.add(
          new Marked(
              new IncidentDetail.Frame(f.file(), f.line(), f.function(), f.code(), true),
              last.from(),
              last.to()));
    }
    return frames;
  }
}
