package io.suturescope.views.code;

import io.suturescope.views.controls.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lines of the source with the part that failed, or the part that an instruction comes from.
final class SourceExcerpt {

  private final StackPane root = new StackPane();
  private final PatchPage.Source source;
  private final int from;
  private final int to;
  private final BiConsumer<Integer, Integer> pointed;

  /// @param around how many lines before and behind the crash line; all of them below 0
  /// @param pointed told of the line and the column, in bytes of UTF-8, under the pointer
  SourceExcerpt(PatchPage.Source source, int around, BiConsumer<Integer, Integer> pointed) {
    this.source = source;
    this.pointed = pointed;
    int crash = source.crashLine() - source.firstLine();
    boolean inside = crash >= 0 && crash < source.lines().size();
    from = around < 0 || !inside ? 0 : Math.max(0, crash - around);
    to =
        around < 0
            ? source.lines().size()
            : Math.min(source.lines().size(), inside ? crash + 1 : 2 * around + 1);
    draw(source.crashLine(), source.from(), source.to());
  }

  Region root() {
    return root;
  }

  /// Marks the crash again.
  void markCrash() {
    draw(source.crashLine(), source.from(), source.to());
  }

  /// Marks what an instruction comes from, as far as these lines show it.
  void mark(SideRow.Origin origin) {
    int index = origin.line() - source.firstLine();
    if (index < from || index >= to) {
      return;
    }
    String line = source.lines().get(index);
    boolean known = origin.column() >= 0 && origin.endColumn() >= 0;
    int start = known ? characters(line, origin.column()) : 0;
    int end =
        !known
            ? 0
            : origin.endLine() > origin.line()
                ? line.length()
                : characters(line, origin.endColumn());
    draw(origin.line(), start, Math.max(start, end));
  }

  private void draw(int marked, int start, int end) {
    CodeBlock block = new CodeBlock();
    for (int index = from; index < to; index++) {
      int number = source.firstLine() + index;
      boolean isMarked = number == marked;
      block.add(
          number, source.lines().get(index), isMarked, isMarked ? start : 0, isMarked ? end : 0);
    }
    block.onPointed((index, character) -> {
      int number = source.firstLine() + from + index;
      String line = source.lines().get(from + index);
      pointed.accept(number, bytes(line, character));
    });
    root.getChildren().setAll(block);
  }

  /// How many characters the first bytes of a line make.
  private static int characters(String line, int bytes) {
    int seen = 0;
    int at = 0;
    while (at < line.length() && seen < bytes) {
      int point = line.codePointAt(at);
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
      at += Character.charCount(point);
    }
    return at;
  }

  private static int bytes(String line, int characters) {
    return line.substring(0, Math.min(line.length(), characters))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }
}
