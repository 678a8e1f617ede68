package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.text.Words;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A severity as shape, letter and colour.
public final class SeverityBadge extends StackPane {

  private final Region shape = new Region();
  private final Label letter = new Label();
  private Severity shown = Severity.UNKNOWN;

  public SeverityBadge() {
    getStyleClass().add("severity-badge");
    shape.getStyleClass().add("shape");
    letter.getStyleClass().add("letter");
    getChildren().addAll(shape, letter);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("");
    set(shown);
  }

  public SeverityBadge(Severity severity) {
    this();
    set(severity);
  }

  public void set(Severity severity) {
    if (severity == shown && !getAccessibleText().isEmpty()) {
      return;
    }
    getStyleClass().remove(styleClass(shown));
    getStyleClass().remove(Tone.of(shown).styleClass());
    shown = severity;
    getStyleClass().addAll(styleClass(severity), Tone.of(severity).styleClass());
    letter.setText(severity.letter());
    setAccessibleText(name(severity));
  }

  public Severity severity() {
    return shown;
  }

  /// The severity as a word, such as "High".
  public static String name(Severity severity) {
    return Words.of("severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  private static String styleClass(Severity severity) {
    return "severity-" + severity.name().toLowerCase(Locale.ROOT);
  }
}
