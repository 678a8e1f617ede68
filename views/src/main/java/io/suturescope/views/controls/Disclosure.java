package io.suturescope.views.controls;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// A line that shows more when it is pressed.
public final class Disclosure extends VBox {

  private final ToggleButton head;

  public Disclosure(String title, Node content) {
    getStyleClass().add("disclosure");
    head = new ToggleButton(title);
    head.setMnemonicParsing(false);
    head.getStyleClass().add("disclosure-head");
    Text chevron = Labels.icon(Feather.CHEVRON_RIGHT);
    chevron.rotateProperty().bind(Bindings.when(head.selectedProperty()).then(90).otherwise(0));
    head.setGraphic(chevron);
    content.visibleProperty().bind(head.selectedProperty());
    content.managedProperty().bind(head.selectedProperty());
    getChildren().addAll(head, content);
  }

  public void open(boolean wanted) {
    head.setSelected(wanted);
  }
}
