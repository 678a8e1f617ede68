package io.suturescope.views.triage;

import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageActions.Hold;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// The buttons for decisions about the selection.
public final class TriageBar {

  private final WrapLine root = new WrapLine(0.4, 0.3);
  private final MenuButton dismiss = new MenuButton(Words.of("triage.dismiss"));
  private final Button reviewed;
  private final MenuItem bringBack;
  private final MenuItem merge;
  private final MenuItem split;

  public TriageBar(TriageActions actions) {
    root.getStyleClass().add("triage-bar");
    dismiss.setId("triage-dismiss");
    for (Hold hold : Hold.values()) {
      dismiss
          .getItems()
          .add(
              item(
                  "hold." + hold.name().toLowerCase(Locale.ROOT),
                  () -> actions.dismissWanted(hold)));
    }
    bringBack = item("triage.end", actions::dismissalEnded);
    dismiss.getItems().add(bringBack);
    reviewed = button(actions::reviewedToggled);
    merge = item("triage.merge", actions::mergeWanted);
    split = item("triage.split", actions::splitWanted);
    MenuButton more = new MenuButton(Words.of("triage.more"));
    more.setId("triage-more");
    more.getItems()
        .addAll(
            item("triage.note", actions::noteWanted),
            item("triage.owner", actions::ownerWanted),
            merge,
            split);
    for (MenuButton menu : new MenuButton[] {dismiss, more}) {
      menu.getStyleClass().addAll("quiet", "small");
      menu.setMinWidth(Region.USE_PREF_SIZE);
    }
    root.add(dismiss);
    root.add(reviewed);
    root.add(more);
  }

  public Node root() {
    return root;
  }

  public void show(TriagePart.Offer offer) {
    boolean any = offer.groups() > 0;
    root.setVisible(any);
    root.setManaged(any);
    dismiss.setText(
        offer.groups() > 1
            ? Words.of("triage.dismiss.many", offer.groups())
            : Words.of("triage.dismiss"));
    reviewed.setText(Words.of(offer.reviewed() ? "triage.unreview" : "triage.review"));
    bringBack.setVisible(offer.dismissed());
    merge.setDisable(!offer.mergeable());
    split.setDisable(!offer.merged());
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Words.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static Button button(Runnable action) {
    Button button = new Button();
    button.setId("triage-review");
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
