package io.suturescope.views.digest;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of the digest: what is asked for on top, the digest below.
public final class DigestView {

  private final DigestActions actions;
  private final DigestHead head;
  private final ScrollPane page = new ScrollPane();
  private final WrittenText written = new WrittenText();
  private final Node waiting = Labels.prose(Words.of("digest.reading"), "muted", "tab-note");
  private final StackPane body = new StackPane();
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final StackPane root = new StackPane();
  private Optional<DigestState> shown = Optional.empty();
  private DigestState.Content drawn = new DigestState.Content.Nothing();

  public DigestView(DigestActions actions) {
    this.actions = actions;
    head = new DigestHead(actions);
    page.setFitToWidth(true);
    page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    page.setAccessibleText(Words.of("digest.heading"));
    body.setMinSize(0, 0);
    // A long digest must not press the head together.
    body.setPrefSize(0, 0);
    body.getChildren().add(waiting);
    StackPane.setAlignment(waiting, Pos.TOP_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    filled.getChildren().addAll(head.root(), body);
    nothingImported =
        new EmptyState(Words.of("digest.empty.title"), Words.of("digest.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    root.getStyleClass().add("digest");
    root.getChildren().addAll(filled, nothingImported);
  }

  public Node root() {
    return root;
  }

  public void show(DigestState state) {
    boolean any = state.emptiness() == Emptiness.NOT_EMPTY;
    filled.setVisible(any);
    nothingImported.setVisible(!any);
    head.show(state);
    // Drawing again would lose the place in the text and the focus on a number.
    if (!state.content().equals(drawn)) {
      drawn = state.content();
      draw(asked(shown).equals(asked(Optional.of(state))));
      shown = Optional.of(state);
    }
  }

  /// Which digest a state is of.
  private static List<Object> asked(Optional<DigestState> state) {
    return state
        .map(s -> List.<Object>of(s.weekly(), s.day(), s.style(), s.source()))
        .orElse(List.of());
  }

  /// @param again the same digest read again, in which the reader's place is kept
  private void draw(boolean again) {
    switch (drawn) {
      case DigestState.Content.Nothing _ -> body.getChildren().setAll(waiting);
      case DigestState.Content.Page(var digest) -> {
        page.setContent(new DigestDrawing(digest, actions).root());
        if (!again) {
          page.setVvalue(0);
        }
        body.getChildren().setAll(page);
      }
      case DigestState.Content.AsWritten text -> {
        written.show(text, again);
        body.getChildren().setAll(written.root());
      }
    }
  }
}
