package io.suturescope.views.triage;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/// One line over the rows: how many are marked, how many are hidden.
public final class TriageStrip {

  private final WrapLine root = new WrapLine(0.6, 0.2);
  private final Label marked = Labels.words("", "strong");
  private final Hyperlink all;
  private final Hyperlink none;
  private final Label hidden = Labels.words("", "muted");
  private final Hyperlink show;

  public TriageStrip(TriageActions actions) {
    root.getStyleClass().add("triage-strip");
    all = link("triage.mark.all", actions::allMarked);
    none = link("triage.mark.none", actions::marksCleared);
    show = link("triage.hidden.show", actions::hiddenWanted);
    show.setId("triage-hidden");
    for (Node node : new Node[] {marked, all, none, hidden, show}) {
      root.add(node);
    }
  }

  public Node root() {
    return root;
  }

  public void show(TriagePart part) {
    marked.setText(Words.of("triage.marked", part.marked()));
    hidden.setText(Words.of("triage.hidden", part.hidden()));
    for (Node node : new Node[] {marked, all, none}) {
      present(node, part.marked() > 0);
    }
    for (Node node : new Node[] {hidden, show}) {
      present(node, part.hidden() > 0);
    }
    present(root, part.marked() > 0 || part.hidden() > 0);
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private static Hyperlink link(String key, Runnable action) {
    Hyperlink link = new Hyperlink(Words.of(key));
    link.setOnAction(_ -> {
      link.setVisited(false);
      action.run();
    });
    return link;
  }
}
