package io.suturescope.views.incidents;

import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Facts;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.incidents.IncidentDetail.Grouping;
import io.suturescope.views.incidents.IncidentDetail.Phrase;
import io.suturescope.views.incidents.IncidentDetail.Story;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.NoteText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// What happened, in words.
final class StoryTab {

  private final TimeView time;
  private final VBox root = new VBox();

  StoryTab(Story story, TimeView time) {
    this.time = time;
    root.getStyleClass().add("tab-body");
    root.getChildren().add(sentence(story.sentence()));
    story.line().map(CodeTabs::block).ifPresent(root.getChildren()::add);
    root.getChildren().add(facts(story));
    story.trace().ifPresent(trace -> root.getChildren().add(SeverityFacts.why(trace)));
    if (!story.grouping().window().isEmpty()) {
      root.getChildren().add(grouping(story.grouping()));
    }
    folded(story.folded());
    if (!story.more().isEmpty()) {
      root.getChildren().add(new Disclosure(Words.of("story.more"), more(story.more())));
    }
  }

  /// Puts what somebody decided before all else.
  StoryTab decided(List<String> sentences, String note) {
    VBox box = new VBox();
    box.getStyleClass().addAll("section", "decided-box");
    sentences.forEach(each -> box.getChildren().add(Labels.prose(VisibleText.line(each))));
    if (!note.isEmpty()) {
      box.getChildren().add(Labels.words(Words.of("triage.note.head"), "strong"));
      box.getChildren().add(NoteText.draw(note));
    }
    if (!box.getChildren().isEmpty()) {
      root.getChildren().addFirst(box);
    }
    return this;
  }

  Node root() {
    return root;
  }

  private static TextFlow sentence(List<Phrase> phrases) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("sentence");
    for (Phrase phrase : phrases) {
      if (phrase.code()) {
        flow.getChildren().add(Labels.within(flow, Labels.data(phrase.text(), "inline-code")));
      } else {
        flow.getChildren().add(Labels.piece(VisibleText.line(phrase.text())));
      }
    }
    return flow;
  }

  private Node facts(Story story) {
    Facts facts = new Facts();
    facts.add(Words.of("story.raised"), Labels.block(story.raised(), "code"));
    facts.add(Words.of("story.first"), moment(story.first()));
    if (story.last().isPresent()) {
      facts.add(Words.of("story.last"), moment(story.last()));
    }
    SeverityFacts.add(facts, story);
    return facts;
  }

  private Label moment(Optional<Instant> at) {
    Label label = Times.label(time, at, "number-left");
    at.ifPresent(t ->
        label.setText(Words.of("story.moment", Times.shortly(time, t), Times.relative(time, t))));
    Labels.wrap(label);
    return label;
  }

  private static Node grouping(Grouping grouping) {
    Facts facts = new Facts();
    if (!grouping.fingerprint().isEmpty()) {
      facts.add(Words.of("story.fingerprint"), Labels.data(grouping.fingerprint(), "code"));
    }
    for (Fact fact : grouping.window()) {
      facts.add(fact);
    }
    String shared =
        grouping.sharedWith().isEmpty()
            ? Words.of("story.shared.none")
            : VisibleText.line(String.join(", ", grouping.sharedWith()));
    facts.add(Words.of("story.shared"), Labels.prose(shared));
    VBox box = new VBox(Labels.words(Words.of("story.grouped"), "strong"), facts);
    box.getStyleClass().add("section");
    return box;
  }

  private void folded(List<String> copies) {
    if (!copies.isEmpty()) {
      VBox lines = new VBox(Labels.prose(Words.of("story.folded.why"), "muted"));
      lines.getStyleClass().add("section");
      copies.forEach(copy -> lines.getChildren().add(Labels.block(copy, "code")));
      root.getChildren().add(new Disclosure(Words.of("story.folded", copies.size()), lines));
    }
  }

  private static Node more(List<Fact> list) {
    Facts facts = new Facts();
    list.forEach(facts::add);
    return facts;
  }
}
