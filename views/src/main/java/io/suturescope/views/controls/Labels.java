package io.suturescope.views.controls;

import io.suturescope.views.text.VisibleText;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;

/// Labels and icons, with the style classes given.
public final class Labels {

  private static final int LONG = 12;
  private static final Duration SOON = Duration.millis(350);

  private Labels() {}

  /// Our own words on one line.
  public static Label words(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /// Our own words, wrapped.
  public static Label prose(String text, String... classes) {
    Label label = words(text, classes);
    wrap(label);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Wraps what it says now and later, unless that is written from right to left: such lines are
  /// shortened, and whole in a tooltip.
  public static void wrap(Labeled label) {
    wrapOrShorten(label);
    label.textProperty().addListener(_ -> wrapOrShorten(label));
  }

  private static void wrapOrShorten(Labeled label) {
    boolean turns = VisibleText.turns(label.getText());
    if (turns == label.isWrapText()) {
      label.setWrapText(!turns);
    }
    if (turns) {
      label.setTooltip(tip(label.getText()));
    } else if (label.getTooltip() != null) {
      label.setTooltip(null);
    }
  }

  /// A piece of a flow of text, which wraps unless it is written from right to left.
  public static Node piece(String text, String... classes) {
    if (VisibleText.turns(text)) {
      Label whole = data(text.strip(), classes);
      whole.getStyleClass().add("whole-piece");
      return whole;
    }
    Text piece = new Text(text);
    piece.getStyleClass().addAll(classes);
    return piece;
  }

  /// Keeps a label in a flow of text from being wider than the flow, which would not shorten it.
  public static Label within(TextFlow flow, Label label) {
    label.maxWidthProperty().bind(flow.widthProperty().map(width -> Math.max(40, (double) width)));
    return label;
  }

  /// Wraps what is typed, unless it is written from right to left: such lines stay whole.
  public static void wrap(TextArea area) {
    area.setWrapText(!VisibleText.turns(area.getText()));
    area.textProperty().addListener((_, _, text) -> area.setWrapText(!VisibleText.turns(text)));
  }

  /// Text from a source, on one line: hidden characters visible, shortened in the middle, whole in
  /// a tooltip.
  public static Label data(String text, String... classes) {
    Label label = words("", classes);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    setData(label, text);
    return label;
  }

  /// Other text for a label made by {@link #data}.
  public static void setData(Label label, String text) {
    String visible = VisibleText.line(text);
    if (visible.equals(label.getText())) {
      return;
    }
    label.setText(visible);
    if (visible.length() > LONG) {
      tipOnHover(label, () -> visible);
    } else {
      noTip(label);
    }
  }

  /// Says more on hover. The tooltip is made when the pointer comes, since rows are drawn far more
  /// often than they are hovered.
  static void tipOnHover(Label label, Supplier<String> text) {
    label.setTooltip(null);
    label.setOnMouseEntered(_ -> {
      if (label.getTooltip() == null) {
        label.setTooltip(tip(text.get()));
      }
    });
  }

  static void noTip(Label label) {
    label.setTooltip(null);
    label.setOnMouseEntered(null);
  }

  /// Text from a source on several lines.
  public static Label block(String text, String... classes) {
    return prose(VisibleText.block(text), classes);
  }

  public static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(SOON);
    // The key belongs to what the tip stands on: one press closes it.
    tip.setHideOnEscape(false);
    tip.setWrapText(!VisibleText.turns(text));
    tip.setMaxWidth(640);
    return tip;
  }

  /// A picture beside words; says nothing to a screen reader.
  public static Text icon(Ikon ikon, String... classes) {
    Text icon = new Text(Character.toString(ikon.getCode()));
    icon.getStyleClass().add("icon");
    icon.getStyleClass().addAll(classes);
    icon.setAccessibleRole(AccessibleRole.NODE);
    return icon;
  }
}
