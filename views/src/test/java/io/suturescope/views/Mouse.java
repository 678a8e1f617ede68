package io.suturescope.views;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The primary button of a mouse, at places of a node.
final class Mouse {

  private static final double Y = 40;

  private Mouse() {}

  static void fire(Node node, EventType<MouseEvent> type, double x, int clicks) {
    node.fireEvent(
        new MouseEvent(
            type,
            x,
            Y,
            x,
            Y,
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  /// Presses at one place and lets go at another.
  static void drag(Node node, double from, double to) {
    fire(node, MouseEvent.MOUSE_PRESSED, from, 1);
    fire(node, MouseEvent.MOUSE_DRAGGED, (from + to) / 2, 1);
    fire(node, MouseEvent.MOUSE_DRAGGED, to, 1);
    fire(node, MouseEvent.MOUSE_RELEASED, to, 1);
  }
}
