package io.suturescope.views.code;

import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.views.code.CodeWords.Word;
import io.suturescope.views.controls.Labels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CharacterHit;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// One side of a diff: text that can be selected and copied, coloured only where it is seen.
final class CodeColumn {

  /// Pulses in which a text that was exchanged may still jump.
  private static final int SETTLING = 3;

  private final StyleClassedTextArea area = new StyleClassedTextArea(false);
  private final VirtualizedScrollPane<StyleClassedTextArea> pane =
      new VirtualizedScrollPane<>(area);
  private final Function<String, List<Word>> colouring;
  private final Runnable beforeLayout = this::pulse;
  private final BitSet coloured = new BitSet();
  private int pulses;
  private int top;
  private boolean toTop;
  private List<Line> lines = List.of();
  private List<List<Range>> found = List.of();

  /// A line of this side.
  ///
  /// @param gutter number or offset, with the sign of the change; may be empty
  /// @param style class of the whole line
  /// @param coloured false for words of ours
  /// @param marks characters that changed or are wanted
  record Line(String gutter, String text, String style, boolean coloured, List<Range> marks) {
    Line {
      marks = List.copyOf(marks);
    }
  }

  CodeColumn(Function<String, List<Word>> colouring, String name) {
    this.colouring = colouring;
    area.setEditable(false);
    area.setWrapText(false);
    // What cannot be edited has no caret otherwise, and nobody would see where the keyboard is.
    area.focusedProperty()
        .addListener(
            (_, _, has) -> area.setShowCaret(has ? CaretVisibility.ON : CaretVisibility.OFF));
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText(name);
    area.getStyleClass().add("code-column");
    area.setParagraphGraphicFactory(this::gutter);
    area.setAutoScrollOnDragDesired(true);
    area.sceneProperty().addListener((_, before, after) -> moved(before, after));
  }

  private void moved(Scene before, Scene after) {
    if (before != null) {
      before.removePreLayoutPulseListener(beforeLayout);
    }
    if (after != null) {
      after.addPreLayoutPulseListener(beforeLayout);
    }
  }

  /// The first line that is seen.
  int first() {
    return lines.isEmpty() || area.getVisibleParagraphs().isEmpty()
        ? 0
        : area.visibleParToAllParIndex(0);
  }

  /// Brings a line into sight; lines that were just shown no longer go to their top.
  void reveal(int line) {
    toTop = false;
    area.moveTo(line, 0);
    area.showParagraphAtCenter(line);
  }

  Region root() {
    return pane;
  }

  StyleClassedTextArea area() {
    return area;
  }

  /// Shows other lines.
  ///
  /// @param first the one that is to stand at the top
  void show(List<Line> shown, int first) {
    lines = List.copyOf(shown);
    found = List.of();
    coloured.clear();
    SegmentOps<String, Collection<String>> ops = SegmentOps.styledTextOps();
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document =
        ReadOnlyStyledDocumentBuilder.constructDocument(
            ops,
            List.of(),
            builder -> {
              for (Line line : lines) {
                builder.addParagraph(line.text(), List.<String>of(), List.of(line.style()));
              }
              if (lines.isEmpty()) {
                builder.addParagraph("", List.<String>of(), List.<String>of());
              }
            });
    area.replace(0, area.getLength(), document);
    top = Math.clamp(first, 0, Math.max(0, lines.size() - 1));
    area.moveTo(top, 0);
    area.showParagraphAtTop(top);
    pulses = SETTLING;
    toTop = true;
  }

  /// Marks what was found, a list of ranges a line.
  void mark(List<List<Range>> ranges) {
    found = ranges;
    coloured.clear();
  }

  private Node gutter(int index) {
    Label label = Labels.words(index < lines.size() ? lines.get(index).gutter() : "", "gutter");
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(label);
    box.getStyleClass().add("code-gutter");
    if (index < lines.size()) {
      box.getStyleClass().add(lines.get(index).style());
    }
    return box;
  }

  /// Runs before every layout, so that no line is ever seen uncoloured; does something only when
  /// other lines have come into sight.
  private void pulse() {
    colourVisible();
    if (pulses > 0) {
      pulses--;
      if (toTop) {
        area.showParagraphAtTop(top);
      }
    }
  }

  private void colourVisible() {
    int visible = area.getVisibleParagraphs().size();
    if (visible == 0 || area.getHeight() <= 0) {
      return;
    }
    int first = area.visibleParToAllParIndex(0);
    int end = Math.min(lines.size(), first + visible + 1);
    for (int index = first; index < end; index++) {
      if (!coloured.get(index)) {
        coloured.set(index);
        Line line = lines.get(index);
        if (!line.text().isEmpty() && line.coloured()) {
          area.setStyleSpans(index, 0, spans(index));
        }
      }
    }
  }

  private StyleSpans<Collection<String>> spans(int index) {
    Line line = lines.get(index);
    int length = line.text().length();
    List<Word> words = colouring.apply(line.text());
    List<Range> hits = index < found.size() ? found.get(index) : List.of();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
    words.forEach(word -> cuts.addAll(List.of(word.from(), Math.min(length, word.to()))));
    line.marks()
        .forEach(
            mark -> cuts.addAll(List.of(clamp(mark.from(), length), clamp(mark.to(), length))));
    hits.forEach(hit -> cuts.addAll(List.of(clamp(hit.from(), length), clamp(hit.to(), length))));
    StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    Integer start = cuts.first();
    for (Integer end = cuts.higher(start); end != null; end = cuts.higher(start)) {
      builder.add(styles(start, words, line.marks(), hits), end - start);
      start = end;
    }
    return builder.create();
  }

  private static int clamp(int at, int length) {
    return Math.clamp(at, 0, length);
  }

  private static List<String> styles(
      int at, List<Word> words, List<Range> marks, List<Range> hits) {
    List<String> styles = new ArrayList<>();
    words.stream()
        .filter(word -> word.from() <= at && at < word.to())
        .forEach(word -> styles.add(word.style()));
    if (marks.stream().anyMatch(mark -> mark.from() <= at && at < mark.to())) {
      styles.add("code-mark");
    }
    if (hits.stream().anyMatch(hit -> hit.from() <= at && at < hit.to())) {
      styles.add("code-found");
    }
    return styles;
  }

  /// The line under a point of the area.
  OptionalInt lineAt(double x, double y) {
    CharacterHit hit = area.hit(x, y);
    int line =
        area.offsetToPosition(
                hit.getInsertionIndex(), org.fxmisc.richtext.model.TwoDimensional.Bias.Backward)
            .getMajor();
    return line < lines.size() ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
