package io.suturescope.views.rewind;

import io.suturescope.model.rewind.Origin.Certainty;
import io.suturescope.model.rewind.RewindStep;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.rewind.RewindState.FirstSeen;
import io.suturescope.views.text.Words;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The first frame in which the value that crashed was seen, and the way there.
final class FirstLine {

  private final WrapLine line = new WrapLine(0.45, 0.3);
  private final IntConsumer go;

  /// @param go hears the step when somebody wants to see it
  FirstLine(IntConsumer go) {
    this.go = go;
    line.getStyleClass().add("rewind-part");
  }

  Node root() {
    return line;
  }

  void show(RewindState.Recorded recorded) {
    line.clear();
    recorded.first().ifPresent(first -> show(first, recorded.trace()));
    boolean unknown = recorded.first().isEmpty() && recorded.trace().target().isPresent();
    if (unknown) {
      String target = RewindWords.shortly(recorded.trace().target().orElseThrow());
      line.add(Labels.prose(Words.of("rewind.first.unknown", target), "muted"));
    }
    line.setVisible(unknown || recorded.first().isPresent());
    line.setManaged(line.isVisible());
  }

  private void show(FirstSeen first, RewindTrace trace) {
    RewindStep step = trace.steps().get(first.origin().step());
    String value = RewindWords.shortly(first.value());
    String there = there(first, step);
    line.add(Labels.words(Words.of("rewind.first.frame")));
    line.add(Labels.data(first.variable(), "inline-code"));
    line.add(Labels.words(Words.of("rewind.first.was")));
    line.add(new HBox(Labels.data(value, "inline-code"), Labels.words(":")));
    line.add(Labels.data(there, "strong"));
    Button button = new Button(Words.of("rewind.first.go"));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(Words.of("rewind.first.accessible", first.variable(), value, there));
    button.setOnAction(_ -> go.accept(step.index()));
    line.add(button);
  }

  /// Step, place and how sure that is, such as "step 3, tax, line 12 (likely)".
  private static String there(FirstSeen first, RewindStep step) {
    String sure =
        Words.of("rewind.certainty." + first.origin().certainty().name().toLowerCase(Locale.ROOT));
    String number = RewindWords.number(step);
    String place = RewindWords.place(step.event());
    String name = first.origin().variable();
    if (name.isEmpty()) {
      return Words.of("rewind.first.returned", number, place, sure);
    }
    if (name.equals(first.variable())) {
      return Words.of("rewind.first.step", number, place, sure);
    }
    // An equal value under another name is only possible; what is likelier was passed inside it.
    boolean inside = first.origin().certainty() != Certainty.POSSIBLE;
    return Words.of(inside ? "rewind.first.inside" : "rewind.first.as", number, place, sure, name);
  }
}
