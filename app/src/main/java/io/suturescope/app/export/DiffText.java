package io.suturescope.app.export;

import io.suturescope.app.export.DiffSection.Line;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import java.util.List;
import java.util.Optional;

/// A difference as unified text, for terminals and files: `-` was removed, `+` added, `<` moved
/// away from here, `>` moved to here. Text from sources is spelled out where it would be invisible.
public final class DiffText {

  private static final int CONTEXT = 3;

  private final StringBuilder out = new StringBuilder();

  private DiffText() {}

  /// Lines with three lines around each difference, numbered as `diff -u` does.
  public static String of(DiffHead head, TextDiff diff) {
    return new DiffText().write(head, DiffSection.of(diff), diff.coarse());
  }

  /// Instructions, one code object after the other, then the constants, names, handlers and flags
  /// that differ.
  public static String of(DiffHead head, CodeDiff diff) {
    return new DiffText().write(head, DiffSection.of(diff), diff.coarse());
  }

  private String write(DiffHead head, List<DiffSection> sections, Optional<String> coarse) {
    line(head.title());
    head.paragraphs().forEach(this::line);
    coarse.ifPresent(this::line);
    line("--- " + head.left());
    line("+++ " + head.right());
    for (DiffSection section : sections) {
      if (!section.heading().isEmpty()) {
        line("");
        line(section.heading());
      }
      hunks(section.lines());
    }
    return out.toString();
  }

  private void hunks(List<Line> lines) {
    int done = 0;
    int left = 0;
    int right = 0;
    int at = firstChange(lines, 0);
    if (at == lines.size()) {
      line("No difference.");
    }
    while (at < lines.size()) {
      int from = Math.max(done, at - CONTEXT);
      int to = hunkEnd(lines, at);
      for (Line before : lines.subList(done, from)) {
        left += before.left().isPresent() ? 1 : 0;
        right += before.right().isPresent() ? 1 : 0;
      }
      List<Line> hunk = lines.subList(from, to);
      int leftSize = (int) hunk.stream().filter(one -> one.left().isPresent()).count();
      int rightSize = (int) hunk.stream().filter(one -> one.right().isPresent()).count();
      line("@@ -" + range(left, leftSize) + " +" + range(right, rightSize) + " @@");
      body(hunk);
      left += leftSize;
      right += rightSize;
      done = to;
      at = firstChange(lines, to);
    }
  }

  private static String range(int before, int size) {
    return (size == 0 ? before : before + 1) + (size == 1 ? "" : "," + size);
  }

  private static int firstChange(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).change() == Change.SAME) {
      at++;
    }
    return at;
  }

  /// Behind the context of the last change that is near enough.
  private static int hunkEnd(List<Line> lines, int change) {
    int end = change + 1;
    int next = firstChange(lines, end);
    while (next < lines.size() && next - end <= 2 * CONTEXT) {
      end = next + 1;
      next = firstChange(lines, end);
    }
    return Math.min(lines.size(), end + CONTEXT);
  }

  /// Removed lines of a stretch stand before the added ones.
  private void body(List<Line> hunk) {
    StringBuilder added = new StringBuilder();
    for (Line line : hunk) {
      if (line.change() == Change.SAME) {
        out.append(added);
        added.setLength(0);
        line.right().or(line::left).ifPresent(side -> put(out, ' ', side));
      } else {
        boolean moved = line.change() == Change.MOVED;
        line.left().ifPresent(side -> put(out, moved ? '<' : '-', side));
        line.right().ifPresent(side -> put(added, moved ? '>' : '+', side));
      }
    }
    out.append(added);
  }

  private static void put(StringBuilder to, char sign, DiffSection.Side side) {
    to.append(sign).append(Spelled.line(side.text())).append('\n');
  }

  private void line(String text) {
    out.append(Spelled.line(text)).append('\n');
  }
}
