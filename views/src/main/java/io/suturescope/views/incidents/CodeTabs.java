package io.suturescope.views.incidents;

import io.suturescope.views.controls.CodeBlock;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.incidents.IncidentDetail.Frame;
import io.suturescope.views.incidents.IncidentDetail.Line;
import io.suturescope.views.incidents.IncidentDetail.Raw;
import io.suturescope.views.incidents.IncidentDetail.SourceBlock;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The tabs that show code: stack, source, raw record.
final class CodeTabs {

  private CodeTabs() {}

  static Node stack(List<Frame> frames) {
    VBox body = body();
    if (frames.isEmpty()) {
      body.getChildren().add(Labels.prose(Words.of("stack.none"), "muted"));
    }
    for (Frame frame : frames) {
      body.getChildren().add(frame(frame));
    }
    return body;
  }

  private static Node frame(Frame frame) {
    String place =
        frame.line() > 0
            ? Words.of("stack.place", frame.file(), Integer.toString(frame.line()))
            : frame.file();
    VBox box = new VBox(Labels.data(frame.function(), "name"), Labels.data(place, "second"));
    box.getStyleClass().add("frame-entry");
    if (!frame.code().isEmpty()) {
      CodeBlock code = new CodeBlock();
      code.add(frame.line(), frame.code().strip(), frame.crashed(), 0, 0);
      box.getChildren().add(code);
    }
    return box;
  }

  static Node source(Optional<SourceBlock> source) {
    VBox body = body();
    body.getChildren()
        .add(
            source
                .<Node>map(CodeTabs::titled)
                .orElseGet(() -> Labels.prose(Words.of("source.none"), "muted")));
    return body;
  }

  private static Node titled(SourceBlock source) {
    VBox box = new VBox(Labels.data(source.file(), "name"), block(source));
    box.getStyleClass().add("section");
    return box;
  }

  /// The lines, and below them where they are from.
  static Node block(SourceBlock source) {
    CodeBlock code = new CodeBlock();
    for (Line line : source.lines()) {
      code.add(line.number(), line.text(), line.marked(), line.from(), line.to());
    }
    VBox box = new VBox();
    box.getStyleClass().add("section");
    if (!source.lines().isEmpty()) {
      box.getChildren().add(code);
    }
    if (!source.note().isEmpty()) {
      box.getChildren().add(Labels.prose(VisibleText.line(source.note()), "second"));
    }
    return box;
  }

  static Node raw(Raw raw, Consumer<String> copy) {
    String place =
        raw.line() > 0
            ? Words.of("stack.place", raw.file(), Long.toString(raw.line()))
            : raw.file();
    Button button = new Button(Words.of("raw.copy"));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> copy.accept(raw.json()));
    TextArea text = new TextArea(VisibleText.block(raw.json()));
    text.setEditable(false);
    Labels.wrap(text);
    text.setAccessibleText(Words.of("raw.name"));
    text.getStyleClass().add("raw");
    VBox.setVgrow(text, Priority.ALWAYS);
    VBox body = body();
    body.getChildren().addAll(Labels.data(place, "second"), text, button);
    return body;
  }

  private static VBox body() {
    VBox body = new VBox();
    body.getStyleClass().add("tab-body");
    return body;
  }
}
