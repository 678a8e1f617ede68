package io.suturescope.views.frame;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Something on top of the window; a click beside it closes it, and the keyboard goes back to where
/// it was.
final class Sheet {

  private final StackPane root = new StackPane();
  private Optional<Node> before = Optional.empty();

  Sheet(Region content, Runnable close) {
    content.getStyleClass().add("sheet");
    // The shadow has a ground of its own, so that the words above it cast none.
    Region ground = new Region();
    ground.getStyleClass().add("sheet-ground");
    StackPane holder = new StackPane(ground, content);
    holder.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    holder.setPickOnBounds(false);
    root.getStyleClass().add("backdrop");
    root.getChildren().add(holder);
    StackPane.setAlignment(holder, Pos.TOP_CENTER);
    root.setVisible(false);
    root.setOnMousePressed(event -> {
      if (root.equals(event.getTarget())) {
        close.run();
      }
    });
  }

  Node root() {
    return root;
  }

  boolean isOpen() {
    return root.isVisible();
  }

  /// @param first what gets the keyboard
  void open(Node first) {
    before = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner());
    root.setVisible(true);
    first.requestFocus();
  }

  void close() {
    if (isOpen()) {
      root.setVisible(false);
      before.ifPresent(Node::requestFocus);
      before = Optional.empty();
    }
  }
}
