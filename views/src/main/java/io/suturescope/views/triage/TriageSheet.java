package io.suturescope.views.triage;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageActions.Hold;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A small sheet over a screen: why and for how long, a note, an owner. What is being typed belongs
/// to it.
public final class TriageSheet {

  /// What somebody does with an open sheet.
  public interface Actions {

    /// It is agreed to.
    ///
    /// @param hold of a dismissal
    void formSubmitted(String text, Hold hold);

    void formClosed();
  }

  private final Actions actions;
  private final StackPane root = new StackPane();
  private final Label title = Labels.prose("", "title");
  private final VBox holds = new VBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Label asked = Labels.words("", "strong");
  private final TextField line = new TextField();
  private final TextArea area = new TextArea();
  private final Label preview = Labels.prose("", "muted");
  private final Button agree = new Button();
  private Optional<TriagePart.Form> shown = Optional.empty();
  private Optional<Node> before = Optional.empty();

  public TriageSheet(Actions actions) {
    this.actions = actions;
    for (Hold hold : Hold.values()) {
      RadioButton button =
          new RadioButton(Words.of("hold." + hold.name().toLowerCase(Locale.ROOT)));
      button.setUserData(hold);
      button.setToggleGroup(group);
      holds.getChildren().add(button);
    }
    Button cancel = new Button(Words.of("triage.cancel"));
    cancel.getStyleClass().add("quiet");
    cancel.setOnAction(_ -> actions.formClosed());
    agree.getStyleClass().add("accent");
    agree.setId("triage-agree");
    agree.setOnAction(_ -> submit());
    line.setId("triage-line");
    line.setOnAction(_ -> submit());
    line.textProperty().addListener(_ -> judge());
    area.setPrefRowCount(8);
    Labels.wrap(area);
    area.setId("triage-area");
    HBox buttons = new HBox(cancel, agree);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("sheet-buttons");
    VBox box = new VBox(title, holds, asked, line, area, preview, buttons);
    box.getStyleClass().addAll("sheet", "triage-sheet");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    holds.getStyleClass().add("section");
    root.getStyleClass().add("backdrop");
    root.getChildren().add(box);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    root.setVisible(false);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.setOnMousePressed(event -> {
      if (root.equals(event.getTarget())) {
        actions.formClosed();
      }
    });
  }

  public Node root() {
    return root;
  }

  private void key(KeyEvent event) {
    boolean agreed = event.getCode() == KeyCode.ENTER && event.isShortcutDown();
    if (event.getCode() == KeyCode.ESCAPE) {
      actions.formClosed();
      event.consume();
    } else if (agreed) {
      submit();
      event.consume();
    }
  }

  /// Opens, changes or closes it.
  public void show(Optional<TriagePart.Form> form) {
    boolean another = !form.map(TriagePart.Form::number).equals(shown.map(TriagePart.Form::number));
    shown = form;
    form.ifPresent(f -> preview.setText(f.preview()));
    if (another && form.isPresent()) {
      open(form.get());
    } else if (another) {
      root.setVisible(false);
      before.ifPresent(Node::requestFocus);
    }
  }

  private void open(TriagePart.Form form) {
    if (!root.isVisible()) {
      before = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner());
    }
    String kind = form.kind().name().toLowerCase(Locale.ROOT);
    boolean dismissing = form.kind() == TriagePart.Kind.DISMISS;
    boolean several = form.kind() == TriagePart.Kind.NOTE;
    title.setText(form.title());
    present(holds, dismissing);
    present(line, !several);
    present(area, several);
    asked.setText(Words.of("triage.ask." + kind));
    agree.setText(Words.of("triage.agree." + kind));
    group.getToggles().forEach(t -> t.setSelected(form.hold().equals(t.getUserData())));
    TextInputControl field = several ? area : line;
    field.setText(form.text());
    field.setAccessibleText(form.title() + ", " + asked.getText());
    judge();
    root.setVisible(true);
    Platform.runLater(() -> {
      field.requestFocus();
      field.end();
    });
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  /// A dismissal needs a reason.
  private void judge() {
    boolean needed = shown.map(f -> f.kind() == TriagePart.Kind.DISMISS).orElse(false);
    agree.setDisable(needed && line.getText().isBlank());
  }

  private void submit() {
    if (shown.isPresent() && !agree.isDisabled()) {
      String text =
          shown.get().kind() == TriagePart.Kind.NOTE ? area.getText() : line.getText().strip();
      Object hold =
          Optional.ofNullable(group.getSelectedToggle())
              .<Object>map(t -> t.getUserData())
              .orElse(shown.get().hold());
      actions.formSubmitted(text, hold instanceof Hold chosen ? chosen : shown.get().hold());
    }
  }
}
