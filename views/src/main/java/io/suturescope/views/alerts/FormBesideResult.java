package io.suturescope.views.alerts;

import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form with its result beside it; the result above it where room is short.
final class FormBesideResult extends Region {

  private static final double ROOM_FOR_BOTH = 62;
  private static final double FORM_SHARE = 0.48;

  private final Node form;
  private final Node result;
  private final ScrollPane left = scrolled("whatif.form");
  private final ScrollPane right = scrolled("whatif.result");
  private final Label fontProbe = new Label();
  private boolean wide;
  private boolean arranged;

  FormBesideResult(Node form, Node result) {
    this.form = form;
    this.result = result;
    right.setFitToHeight(true);
    right.getStyleClass().add("what-if-right");
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> arrange());
    widthProperty().addListener(_ -> arrange());
    // What is long must not press the head together.
    setMinSize(0, 0);
    setPrefSize(0, 0);
    getChildren().add(fontProbe);
    arrange();
  }

  private static ScrollPane scrolled(String key) {
    ScrollPane pane = new ScrollPane();
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setAccessibleText(Words.of(key));
    return pane;
  }

  private void arrange() {
    boolean room = getWidth() >= ROOM_FOR_BOTH * fontProbe.getFont().getSize();
    if (!arranged || room != wide) {
      arranged = true;
      wide = room;
      if (wide) {
        left.setContent(form);
        right.setContent(result);
        getChildren().setAll(left, right, fontProbe);
      } else {
        right.setContent(new Region());
        left.setContent(new VBox(result, form));
        getChildren().setAll(left, fontProbe);
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double beside = wide ? Math.rint(getWidth() * (1 - FORM_SHARE)) : 0;
    left.resizeRelocate(0, 0, getWidth() - beside, getHeight());
    if (wide) {
      right.resizeRelocate(getWidth() - beside, 0, beside, getHeight());
    }
  }
}
