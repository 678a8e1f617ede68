package io.suturescope.views.frame;

import io.suturescope.model.query.QueryProblem;
import io.suturescope.views.text.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/// The field for a query: keys are coloured, what is wrong is underlined.
final class QueryField {

  private static final Pattern KEY = Pattern.compile("(?<=^|\\s)-?[A-Za-z_]+:(?:>=|<=|>|<)?");
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}]+");

  private final StyleClassedTextArea field = new StyleClassedTextArea();
  private final Runnable changed;
  private final Runnable submit;
  private final CompletionList completions;
  private List<QueryProblem> problems = List.of();
  private boolean setting;
  private boolean dirty;
  private String last = "";

  QueryField(Runnable changed, Runnable submit, CompletionList completions) {
    this.changed = changed;
    this.submit = submit;
    this.completions = completions;
    field.getStyleClass().add("query-field");
    Text prompt = new Text(Words.of("query.prompt"));
    prompt.getStyleClass().add("prompt");
    field.setPlaceholder(prompt, Pos.CENTER_LEFT);
    field.setUndoManager(UndoUtils.plainTextUndoManager(field));
    field.setAccessibleRole(AccessibleRole.TEXT_FIELD);
    field.setAccessibleText(Words.of("query.name"));
    field.textProperty().addListener(_ -> edited());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.focusedProperty().addListener(_ -> blurred());
  }

  Node node() {
    return field;
  }

  String text() {
    return field.getText();
  }

  int caret() {
    return field.getCaretPosition();
  }

  void focus() {
    field.requestFocus();
    field.moveTo(field.getLength());
  }

  /// True while somebody is typing something that was not submitted.
  boolean isTyping() {
    return field.isFocused() && dirty;
  }

  /// Puts other text in, unless it is there already.
  void set(String text) {
    String fit = UNFIT.matcher(text).replaceAll(" ");
    if (!fit.equals(field.getText())) {
      setting = true;
      field.replaceText(fit);
      setting = false;
    }
    paint();
  }

  void replace(int start, int end, String text) {
    int length = field.getLength();
    int from = Math.clamp(start, 0, length);
    field.replaceText(from, Math.clamp(end, from, length), text);
  }

  void mark(List<QueryProblem> newProblems) {
    problems = newProblems;
    paint();
  }

  private void edited() {
    // Styling counts as a change of the text, too.
    if (field.getText().equals(last)) {
      return;
    }
    last = field.getText();
    if (UNFIT.matcher(field.getText()).find()) {
      // Pasted lines become one.
      field.replaceText(UNFIT.matcher(field.getText()).replaceAll(" "));
      return;
    }
    if (!setting) {
      // The marks belong to the text as it was; the new ones come with the next state.
      problems = List.of();
      dirty = true;
      paint();
      changed.run();
    }
  }

  private void blurred() {
    if (!field.isFocused()) {
      dirty = false;
      completions.close();
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (!completions.acceptSelected()) {
          dirty = false;
          submit.run();
        }
      }
      case TAB -> {
        if (!completions.acceptFirst()) {
          return;
        }
      }
      case DOWN -> completions.move(1);
      case UP -> completions.move(-1);
      case ESCAPE -> {
        if (!completions.close()) {
          field.getParent().requestFocus();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void paint() {
    String text = field.getText();
    if (text.isEmpty()) {
      return;
    }
    boolean[] key = new boolean[text.length()];
    boolean[] wrong = new boolean[text.length()];
    Matcher keys = KEY.matcher(text);
    while (keys.find()) {
      Arrays.fill(key, keys.start(), keys.end(), true);
    }
    for (QueryProblem problem : problems) {
      int start = Math.clamp(problem.start(), 0, text.length());
      Arrays.fill(wrong, start, Math.clamp(problem.end(), start, text.length()), true);
    }
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    for (int i = 0; i < text.length(); i++) {
      String word = key[i] ? "query-key" : "query-value";
      spans.add(wrong[i] ? List.of(word, "query-wrong") : List.of(word), 1);
    }
    field.setStyleSpans(0, spans.create());
  }
}
