package io.suturescope.views.rewind;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The theatre: one recorded crash timeline, stepped, played and scrubbed, alone or beside another.
public final class RewindPane {

  /// A rewind to choose; below 0 for none.
  private record Choice(int index, String title) {

    @Override
    public String toString() {
      return title;
    }
  }

  private final ComboBox<Choice> rewinds = choices("rewind.choose");
  private final ComboBox<Choice> others = choices("rewind.compare");
  private final WrapLine head = new WrapLine(0.6, 0.4);
  private final Label exception = Labels.data("", "inline-code");
  private final Label note = Labels.prose("", "muted", "small-text");
  private final Player player = new Player(this::stepShown);
  private final DepthChart chart = new DepthChart(player::stay);
  private final FirstLine first = new FirstLine(player::stay);
  private final StepPane step = new StepPane();
  private final ComparePane compare = new ComparePane(player::stay);
  private final StackPane detail = new StackPane();
  private final VBox theatre;
  private final VBox root = new VBox();
  private Optional<RewindState> shown = Optional.empty();
  private Optional<RewindState.Recorded> current = Optional.empty();
  private boolean filling;

  public RewindPane() {
    rewinds.setOnAction(_ -> rewindChosen());
    others.setOnAction(_ -> otherChosen());
    others.getStyleClass().add("rewind-others");
    head.getStyleClass().add("rewind-part");
    VBox.setVgrow(detail, Priority.ALWAYS);
    VBox chartBox = new VBox(chart, player.root());
    chartBox.getStyleClass().add("rewind-part");
    VBox noteBox = new VBox(note);
    noteBox.getStyleClass().add("rewind-part");
    theatre = new VBox(head, first.root(), chartBox, noteBox, detail);
    theatre.getStyleClass().add("rewind");
    VBox.setVgrow(theatre, Priority.ALWAYS);
    root.setMinWidth(0);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private static ComboBox<Choice> choices(String key) {
    ComboBox<Choice> box = new ComboBox<>();
    box.setAccessibleText(Words.of(key));
    box.getStyleClass().add("small");
    box.setMinWidth(0);
    return box;
  }

  public Node root() {
    return root;
  }

  /// Shows the rewinds of another function; empty while they are read. The same again changes
  /// nothing.
  public void show(Optional<RewindState> state) {
    if (state.isPresent() && shown.equals(state)) {
      return;
    }
    shown = state;
    List<RewindState.Recorded> recorded = state.map(RewindState::rewinds).orElse(List.of());
    if (recorded.isEmpty()) {
      current = Optional.empty();
      root.getChildren().setAll(nothing(state.isEmpty()));
      return;
    }
    filling = true;
    rewinds.getItems().clear();
    for (int i = 0; i < recorded.size(); i++) {
      rewinds.getItems().add(new Choice(i, VisibleText.line(recorded.get(i).title())));
    }
    rewinds.getSelectionModel().selectFirst();
    filling = false;
    root.getChildren().setAll(theatre);
    play(0);
  }

  private static Node nothing(boolean loading) {
    VBox box = new VBox();
    box.getStyleClass().add("tab-body");
    if (loading) {
      box.getChildren().add(Labels.prose(Words.of("patch.loading"), "muted"));
      return box;
    }
    box.getChildren()
        .addAll(
            Labels.words(Words.of("rewind.none.title"), "heading"),
            Labels.prose(Words.of("rewind.none.sentence")),
            Labels.words("codesuture run --rewind app.py", "inline-code"),
            Labels.prose(Words.of("rewind.none.note"), "muted"));
    return box;
  }

  private List<RewindState.Recorded> all() {
    return shown.map(RewindState::rewinds).orElse(List.of());
  }

  private void rewindChosen() {
    Choice choice = rewinds.getValue();
    if (!filling && choice != null) {
      play(choice.index());
    }
  }

  private void play(int index) {
    RewindState.Recorded recorded = all().get(index);
    current = Optional.of(recorded);
    filling = true;
    others.getItems().setAll(new Choice(-1, Words.of("rewind.compare.none")));
    for (RewindState.Compared compared : recorded.compared()) {
      String title = VisibleText.line(all().get(compared.with()).title());
      others.getItems().add(new Choice(compared.with(), title));
    }
    others.getSelectionModel().selectFirst();
    filling = false;
    drawHead(recorded);
    first.show(recorded);
    chart.show(recorded.trace());
    detail.getChildren().setAll(step.root());
    player.show(recorded.trace());
  }

  private void drawHead(RewindState.Recorded recorded) {
    head.clear();
    head.add(Labels.words(Words.of("rewind.choose"), "muted"));
    if (all().size() > 1) {
      head.add(rewinds);
    } else {
      head.add(Labels.data(recorded.title(), "strong"));
    }
    Labels.setData(exception, recorded.exception());
    head.add(exception);
    if (!recorded.compared().isEmpty()) {
      HBox together = new HBox(Labels.words(Words.of("rewind.compare"), "muted"), others);
      together.getStyleClass().add("rewind-choice");
      head.add(together);
    }
    int more = shown.map(RewindState::more).orElse(0);
    String masked = Words.of(recorded.withValues() ? "rewind.masked" : "rewind.shapes");
    note.setText(more == 0 ? masked : masked + " " + Words.of("rewind.more", more));
  }

  private void otherChosen() {
    Choice choice = others.getValue();
    if (filling || choice == null || current.isEmpty()) {
      return;
    }
    RewindState.Recorded recorded = current.get();
    Optional<RewindState.Compared> with =
        recorded.compared().stream().filter(c -> c.with() == choice.index()).findFirst();
    with.ifPresent(compared ->
        compare.show(compared.comparison(), recorded.trace(), all().get(compared.with()).trace()));
    detail.getChildren().setAll(with.isPresent() ? compare.root() : step.root());
  }

  private void stepShown(int index) {
    chart.go(index);
    current.ifPresent(recorded ->
        step.show(
            recorded.trace().steps().get(index), recorded.trace().crash().orElse(-1) == index));
  }

  /// The keys of the theatre, from wherever on the page they come.
  public void key(KeyEvent event) {
    if (current.isEmpty()
        || event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof ComboBox<?>) {
      return;
    }
    switch (event.getCode()) {
      case COMMA, LEFT -> player.step(-1);
      case PERIOD, RIGHT -> player.step(1);
      case P -> player.playOrPause();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
