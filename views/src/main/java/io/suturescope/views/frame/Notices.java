package io.suturescope.views.frame;

import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.frame.FrameState.ErrorNotice;
import io.suturescope.views.frame.FrameState.Toast;
import io.suturescope.views.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was done, with a way back; what failed, with a way on.
final class Notices {

  private final FrameActions actions;
  private final Consumer<String> copy;
  private final StackPane error = new StackPane();
  private final HBox toast = new HBox();
  private Optional<ErrorNotice> shownError = Optional.empty();
  private Optional<Toast> shownToast = Optional.empty();

  Notices(FrameActions actions, Consumer<String> copy) {
    this.actions = actions;
    this.copy = copy;
    toast.getStyleClass().add("toast");
    toast.setAlignment(Pos.CENTER_LEFT);
    toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    present(toast, false);
    present(error, false);
  }

  Node error() {
    return error;
  }

  Node toast() {
    return toast;
  }

  void show(Optional<Toast> newToast, Optional<ErrorNotice> newError) {
    if (!shownToast.equals(newToast)) {
      shownToast = newToast;
      toast.getChildren().clear();
      newToast.ifPresent(this::fill);
      present(toast, newToast.isPresent());
    }
    if (!shownError.equals(newError)) {
      shownError = newError;
      error.getChildren().clear();
      newError.map(this::banner).ifPresent(error.getChildren()::add);
      present(error, newError.isPresent());
    }
  }

  private void fill(Toast what) {
    toast.getChildren().add(Labels.data(what.text()));
    what.undo().ifPresent(undo -> toast.getChildren().add(button(undo, actions::toastUndone)));
    toast.getChildren().add(close(actions::toastClosed));
  }

  private Node banner(ErrorNotice notice) {
    VBox words =
        new VBox(
            Labels.prose(notice.what(), "strong"),
            Labels.block(notice.where(), "muted"),
            Labels.prose(notice.whatToDo()));
    if (!notice.details().isEmpty()) {
      Node details = Labels.block(notice.details(), "code");
      words.getChildren().add(new Disclosure(Words.of("error.details"), details));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    String all =
        String.join("\n", notice.what(), notice.where(), notice.whatToDo(), notice.details());
    HBox banner =
        new HBox(
            Labels.icon(Feather.ALERT_CIRCLE),
            words,
            button(Words.of("error.copy"), () -> copy.accept(all)),
            close(actions::errorClosed));
    banner.getStyleClass().add("error-banner");
    return banner;
  }

  private static Button button(String label, Runnable action) {
    Button button = new Button(label);
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Button close(Runnable action) {
    Button button = button("", action);
    button.getStyleClass().add("bare");
    button.setGraphic(Labels.icon(Feather.X));
    button.setAccessibleText(Words.of("notice.close"));
    return button;
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
