package io.suturescope.views.triage;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A note, drawn from its Markdown: headings, bullets, strong words and code. All else stands as it
/// was written, links among it: nothing in a note leads out of the window.
public final class NoteText {

  private static final Pattern SPAN =
      Pattern.compile("\\*\\*(?<strong>[^*]+)\\*\\*|`(?<code>[^`]+)`");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(?<text>.*)");
  private static final Pattern BULLET = Pattern.compile("\\s*[-*+] +(?<text>.*)");

  private NoteText() {}

  public static Node draw(String markdown) {
    VBox lines = new VBox();
    lines.getStyleClass().add("note-text");
    markdown
        .lines()
        .filter(line -> !line.isBlank())
        .map(NoteText::line)
        .forEach(lines.getChildren()::add);
    return lines;
  }

  private static Node line(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      return Labels.prose(VisibleText.line(heading.group("text")), "strong");
    }
    Matcher bullet = BULLET.matcher(line);
    TextFlow flow = new TextFlow();
    if (bullet.matches()) {
      flow.getChildren().add(new Text("•  "));
      spans(flow, bullet.group("text"));
    } else {
      spans(flow, line);
    }
    return flow;
  }

  private static void spans(TextFlow flow, String line) {
    Matcher span = SPAN.matcher(line);
    int at = 0;
    while (span.find()) {
      plain(flow, line.substring(at, span.start()));
      if (span.start("code") >= 0) {
        flow.getChildren().add(Labels.data(span.group("code"), "inline-code"));
      } else {
        flow.getChildren().add(Labels.piece(VisibleText.line(span.group("strong")), "strong"));
      }
      at = span.end();
    }
    plain(flow, line.substring(at));
  }

  private static void plain(TextFlow flow, String text) {
    if (!text.isEmpty()) {
      flow.getChildren().add(Labels.piece(VisibleText.line(text)));
    }
  }
}
