package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.Change;
import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What else of a code object a patch changed: constants, names, handlers, flags.
final class SectionsPane {

  private static final int MOST = 200;

  private static final int INLINE = 3;

  private final WrapLine same = new WrapLine(1.4, 0.1);
  private final VBox root = new VBox(same);

  SectionsPane() {
    root.getStyleClass().add("diff-sections");
  }

  VBox root() {
    return root;
  }

  void show(CodeDiff.Pair pair) {
    root.getChildren().setAll(same);
    same.clear();
    add("constants", pair.constants());
    add("names", pair.names());
    add("handlers", pair.exceptionTable());
    add("flags", pair.flags());
  }

  private void add(String key, List<CodeDiff.Entry> entries) {
    String name = Words.of("section." + key);
    List<CodeDiff.Entry> changed =
        entries.stream().filter(entry -> entry.change() != Change.SAME).toList();
    if (changed.isEmpty()) {
      same.add(Labels.words(Words.of("section.same", name), "muted", "small-text"));
      return;
    }
    if (changed.size() <= INLINE) {
      WrapLine few = new WrapLine(0.6, 0);
      few.add(Labels.words(name, "small-text"));
      changed.forEach(entry -> few.add(line(entry)));
      same.addFirst(few);
      return;
    }
    VBox lines = new VBox();
    changed.stream().limit(MOST).forEach(entry -> lines.getChildren().add(line(entry)));
    if (changed.size() > MOST) {
      lines
          .getChildren()
          .add(Labels.words(Words.of("section.more", changed.size() - MOST), "muted"));
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("section-lines");
    root.getChildren()
        .add(new Disclosure(Words.of("section.changed", name, changed.size()), scroll));
  }

  private static Label line(CodeDiff.Entry entry) {
    String change = Words.of("change." + entry.change().name().toLowerCase(Locale.ROOT));
    String text =
        switch (entry.change()) {
          case ADDED -> "+ " + entry.right();
          case REMOVED -> "− " + entry.left();
          case CHANGED -> "− " + entry.left() + "  + " + entry.right();
          case MOVED -> "↕ " + entry.right();
          case SAME -> entry.right();
        };
    Label label = Labels.data(text, "code", "section-line");
    label.getStyleClass().add("entry-" + entry.change().name().toLowerCase(Locale.ROOT));
    label.setAccessibleText(change + " " + label.getText());
    return label;
  }
}
