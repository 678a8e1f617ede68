package io.suturescope.views.alerts;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What would have been critical, and who would have been told: the form, and what comes of it.
public final class WhatIfView {

  private final WhatIfHead head;
  private final WhatIfForm form;
  private final WhatIfResult result = new WhatIfResult();
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final StackPane root = new StackPane();

  public WhatIfView(WhatIfActions actions) {
    head = new WhatIfHead(actions);
    form = new WhatIfForm(actions);
    FormBesideResult sides = new FormBesideResult(form.root(), result.root());
    VBox.setVgrow(sides, Priority.ALWAYS);
    filled.getChildren().addAll(head.root(), sides);
    nothingImported =
        new EmptyState(Words.of("whatif.empty.title"), Words.of("whatif.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    root.getStyleClass().add("what-if");
    root.getChildren().addAll(filled, nothingImported);
  }

  public Node root() {
    return root;
  }

  public void show(WhatIfState state) {
    boolean any = state.emptiness() == Emptiness.NOT_EMPTY;
    filled.setVisible(any);
    nothingImported.setVisible(!any);
    head.show(state);
    form.show(state.policy());
    result.show(state);
  }
}
