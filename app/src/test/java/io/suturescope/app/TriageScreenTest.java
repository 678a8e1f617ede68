package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriageActions.Marking;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Decisions about crashes, in the real window over real files.
@Timeout(240)
class TriageScreenTest {

  @TempDir Path folder;

  private OpenWindow open() {
    return new OpenWindow(folder.resolve("night.suturescope"));
  }

  private OpenWindow shop() {
    OpenWindow window = open();
    window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
    // The first row is a fingerprint of two functions.
    stream(window, screen -> screen.rowSelected(1));
    return window;
  }

  private static void stream(
      OpenWindow window, Consumer<io.suturescope.app.screens.IncidentsPresenter> gesture) {
    OpenWindow.onFx(() -> {
      gesture.accept(window.session().incidents());
      return true;
    });
    window.settle();
  }

  private static void keys(OpenWindow window, KeyCode... codes) {
    window.robot.press(codes).release(codes);
    window.settle();
  }

  private static String selected(OpenWindow window) {
    return OpenWindow.onFx(() -> {
      ListView<?> rows = (ListView<?>) window.scene().lookup(".row-table .list-view");
      return rows.getSelectionModel().getSelectedIndex() + " of " + rows.getItems().size();
    });
  }

  private static int rows(OpenWindow window) {
    return OpenWindow.onFx(
        () -> ((ListView<?>) window.scene().lookup(".row-table .list-view")).getItems().size());
  }

  private static String label(OpenWindow window, String selector) {
    return OpenWindow.onFx(() -> ((Labeled) window.scene().lookup(selector)).getText());
  }

  private static void look(OpenWindow window, String name) {
    for (FrameState.Theme theme :
        new FrameState.Theme[] {FrameState.Theme.DARK, FrameState.Theme.LIGHT}) {
      OpenWindow.onFx(() -> {
        window.session().frame().themeChosen(theme);
        return true;
      });
      window.settle();
      window.picture(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void aGroupIsDismissedByKeyUndoneAndUndoneAgainAfterARestart() {
    int all;
    try (OpenWindow window = shop()) {
      all = rows(window);
      String name = label(window, ".detail-head .title");
      keys(window, KeyCode.CONTROL, KeyCode.D);
      assertThat(window.texts())
          .contains("Dismiss 1 group")
          .anyMatch(text -> text.startsWith("Hides 1 group, "));
      window.robot.write("known noise");
      look(window, "triage-dismiss");
      window.robot.type(KeyCode.ENTER);
      window.settle();
      assertThat(rows(window)).isEqualTo(all - 1);
      assertThat(window.texts())
          .contains("Dismissed 1 group", "Undo", "1 dismissed group hidden")
          .contains("33 crashes from 1 source");
      look(window, "triage-dismissed");
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(rows(window)).isEqualTo(all);
      assertThat(window.texts()).contains("Undone: dismissed 1 group", name);
      keys(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      assertThat(window.texts()).contains("Done again: dismissed 1 group");
      assertThat(rows(window)).isEqualTo(all - 1);
      assertThat(window.broken).isEmpty();
    }
    try (OpenWindow window = open()) {
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("incidents");
        return true;
      });
      window.settle();
      assertThat(rows(window)).isEqualTo(all - 1);
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(rows(window)).isEqualTo(all);
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.texts()).contains("There is nothing to undo");
    }
  }

  @Test
  void hiddenGroupsAreShownByTheirQueryAndBroughtBack() {
    try (OpenWindow window = shop()) {
      stream(window, s -> s.dismissWanted(Hold.TEN_MORE));
      stream(window, s -> s.formSubmitted("known noise", Hold.TEN_MORE));
      OpenWindow.onFx(() -> {
        ((javafx.scene.control.Hyperlink) window.scene().lookup("#triage-hidden")).fire();
        return true;
      });
      window.settle();
      assertThat(window.session().frame().query().text()).isEqualTo("is:dismissed");
      assertThat(rows(window)).isEqualTo(1);
      assertThat(window.texts())
          .contains("dismissed")
          .anyMatch(text -> text.contains("because known noise. It holds until 10 more"));
      look(window, "triage-shown");
      stream(window, s -> s.dismissalEnded());
      assertThat(rows(window)).isZero();
      window.search("");
      stream(window, s -> s.rowSelected(1));
      assertThat(window.texts())
          .contains("dismissed before")
          .anyMatch(text -> text.contains("It is back: "));
    }
  }

  @Test
  void severalGroupsAreMarkedAndReviewedAsOneStep() {
    try (OpenWindow window = shop()) {
      OpenWindow.onFx(() -> {
        window.focusRows();
        return true;
      });
      keys(window, KeyCode.SHIFT, KeyCode.J);
      keys(window, KeyCode.SHIFT, KeyCode.J);
      assertThat(window.texts()).anyMatch(text -> text.endsWith("groups marked"));
      look(window, "triage-marked");
      keys(window, KeyCode.CONTROL, KeyCode.R);
      assertThat(window.texts()).contains("reviewed").anyMatch(t -> t.endsWith(" reviewed"));
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.texts()).doesNotContain("reviewed");
      assertThat(window.session().frame().query()).isEqualTo(IncidentQuery.ALL);
    }
  }

  @Test
  void everythingThatMatchesIsDismissedAtOnce() {
    try (OpenWindow window = shop()) {
      OpenWindow.onFx(() -> {
        window.focusRows();
        return true;
      });
      keys(window, KeyCode.CONTROL, KeyCode.A);
      stream(window, s -> s.dismissWanted(Hold.FOR_EVER));
      assertThat(window.texts()).anyMatch(text -> text.startsWith("Hides "));
      stream(window, s -> s.formSubmitted("all of it", Hold.FOR_EVER));
      assertThat(rows(window)).isZero();
      assertThat(window.texts()).anyMatch(text -> text.endsWith("dismissed groups hidden"));
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(rows(window)).isPositive();
    }
  }

  @Test
  void aNoteIsTypedAndTakesItsOwnUndo() {
    try (OpenWindow window = shop()) {
      keys(window, KeyCode.CONTROL, KeyCode.E);
      window.robot.write("see PR 12");
      TextArea area = (TextArea) window.scene().lookup("#triage-area");
      assertThat(OpenWindow.<String>onFx(area::getText)).isEqualTo("see PR 12");
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.texts()).doesNotContain("There is nothing to undo");
      OpenWindow.onFx(() -> {
        area.setText("# Why\n- see **PR 12**, `shop.py`");
        return true;
      });
      keys(window, KeyCode.CONTROL, KeyCode.ENTER);
      stream(window, s -> s.ownerWanted());
      stream(window, s -> s.formSubmitted("mia", Hold.WEEK));
      assertThat(window.texts())
          .contains(
              "mia looks after 1 group", "mia looks after it.", "Why", "shop.py", "mia · note");
      look(window, "triage-note");
    }
  }

  @Test
  void mergedGroupsAreOneRowWhoseSumIsThatOfItsMembers() {
    try (OpenWindow window = shop()) {
      int before = rows(window);
      stream(window, s -> s.rowMarked(2, Marking.TOGGLE));
      stream(window, s -> s.mergeWanted());
      assertThat(window.texts()).contains("put together by hand");
      assertThat(rows(window)).isLessThan(before);
      look(window, "triage-merged");
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(rows(window)).isEqualTo(before);
      assertThat(selected(window)).isNotEmpty();
    }
  }

  private static void alerts(
      OpenWindow window, Consumer<io.suturescope.app.screens.AlertsPresenter> gesture) {
    OpenWindow.onFx(() -> {
      window.session().frame().screenChosen("alerts");
      gesture.accept(window.session().alerts());
      return true;
    });
    window.settle();
  }

  @Test
  void anAlertIsReadDismissedAndFoundInTheInventory() {
    try (OpenWindow window = shop()) {
      alerts(window, screen -> {});
      assertThat(window.texts()).contains("unread").anyMatch(text -> text.contains(" alerts, "));
      look(window, "alerts");
      keys(window, KeyCode.ENTER);
      assertThat(window.session().frame().screen().id()).isEqualTo("incidents");
      assertThat(window.texts()).contains("Marked 1 alert read");
      alerts(window, screen -> screen.dismissWanted(Hold.CODE_CHANGES));
      alerts(window, screen -> screen.formSubmitted("fixed in PR 12", Hold.CODE_CHANGES));
      assertThat(window.texts()).contains("Dismissed 1 alert");
      alerts(window, screen -> screen.dismissedShown(true));
      look(window, "alerts-dismissed");
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("incidents");
        return true;
      });
      window.settle();
      stream(window, s -> s.dismissWanted(Hold.FOR_EVER));
      stream(window, s -> s.formSubmitted("known noise", Hold.FOR_EVER));
      alerts(
          window,
          screen ->
              screen.segmentChosen(io.suturescope.views.alerts.AlertsState.Segment.DISMISSALS));
      assertThat(window.texts()).contains("Active", "2 dismissals", "for ever");
      look(window, "alerts-inventory");
      alerts(window, screen -> screen.dismissalEnded());
      assertThat(window.texts()).contains("Ended").anyMatch(t -> t.endsWith("ended it"));
      keys(window, KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.texts()).doesNotContain("Ended");
      assertThat(window.broken).isEmpty();
    }
  }
}
