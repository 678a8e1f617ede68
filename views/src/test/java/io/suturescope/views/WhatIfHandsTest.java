package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.AlertChannel;
import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.alert.Crash;
import io.suturescope.model.alert.CrashSite;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.model.alert.WhatIfCount;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.views.alerts.WhatIfActions;
import io.suturescope.views.alerts.WhatIfState;
import io.suturescope.views.alerts.WhatIfView;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What hands do to the what-if form.
final class WhatIfHandsTest extends WindowTest {

  private final Recorder recorder = new Recorder();
  private final WhatIfView view = onFx(() -> new WhatIfView(recorder.as(WhatIfActions.class)));

  private static AlertPolicy edited() {
    List<String> words = new ArrayList<>(SeverityRules.CODESUTURE.sensitiveWords());
    words.add("cart");
    SeverityRules rules =
        SeverityRules.CODESUTURE.withWords(words).with("file_guard", Severity.CRITICAL);
    AlertRouting routing =
        AlertRouting.CODESUTURE
            .withSwitches(true, true, true)
            .with(Severity.HIGH, AlertChannel.FILE, false)
            .with(Severity.HIGH, AlertChannel.WEBHOOK, true)
            .withEscalation(3, 24, "HIGH");
    return new AlertPolicy(rules, routing);
  }

  private static WhatIf counted(AlertPolicy policy) {
    WhatIfCount count = new WhatIfCount(AlertPolicy.CODESUTURE, policy);
    List<String> functions =
        List.of("Cart.total", "evil\u202egpj.exe", "load_feed", "a_name_without_end_".repeat(8));
    for (int i = 0; i < 400; i++) {
      boolean file = i % 4 == 2;
      CrashSite site =
          new CrashSite(
              i % 8 == 0 ? "shop.cart" : "shop.catalog",
              functions.get(i % 4),
              file ? "file_guard" : "key_guard");
      count.add(
          new Crash(
              i == 0 ? Optional.empty() : Optional.of(Samples.NOW.minusSeconds(90L * (400 - i))),
              site,
              1,
              file ? Severity.LOW : Severity.MEDIUM,
              i % 50 == 1,
              0));
    }
    return count.result();
  }

  private static WhatIfState state(AlertPolicy policy) {
    return new WhatIfState(
        Emptiness.NOT_EMPTY,
        List.of(new WhatIfState.Source(1, "shop"), new WhatIfState.Source(2, "reports")),
        OptionalLong.of(1),
        new AlertPolicy(
            SeverityRules.CODESUTURE, AlertRouting.CODESUTURE.withEscalation(9, 1, "LOW")),
        true,
        false,
        policy,
        false,
        Optional.of(counted(policy)),
        new TimeView(Samples.NOW, ZoneOffset.UTC, ZoneOffset.UTC));
  }

  private Scene open(WhatIfState state, boolean dark, int percent) {
    if (view.root().getScene() == null) {
      show(view::root, dark, percent);
    }
    runOnFx(() -> view.show(state));
    settle();
    return view.root().getScene();
  }

  private <T extends Node> T found(Class<T> type, String words) {
    return onFx(() ->
        view.root().lookupAll("*").stream()
            .filter(type::isInstance)
            .map(type::cast)
            .filter(node ->
                words.equals(node.getAccessibleText())
                    || (node instanceof ButtonBase button && words.equals(button.getText())))
            .findFirst()
            .orElseThrow());
  }

  private List<String> words() {
    return onFx(() ->
        view.root().lookupAll(".label").stream()
            .filter(node -> node instanceof Labeled)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  private String lastEdit() {
    return recorder.calls().getLast();
  }

  @ParameterizedTest
  @CsvSource({"false, 100", "true, 100", "false, 200", "true, 200"})
  void isDrawn(boolean dark, int percent) {
    String name = (dark ? "dark" : "light") + (percent == 100 ? "" : "-" + percent);
    picture(open(state(edited()), dark, percent), "what-if-" + name);
    AlertPolicy broken =
        new AlertPolicy(
            SeverityRules.CODESUTURE, AlertRouting.CODESUTURE.withEscalation(3, 24, "URGENT"));
    picture(open(state(broken), dark, percent), "what-if-silenced-" + name);
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 100, 150, 200})
  void wordsAreWhole(int percent) {
    open(state(edited()), false, percent);
    List<String> cut = new ArrayList<>();
    runOnFx(() ->
        view.root().lookupAll(".label, .button, .toggle-button, .check-box").stream()
            .filter(node -> node instanceof Labeled && !node.getStyleClass().contains("code"))
            .map(Labeled.class::cast)
            .filter(label -> !label.getText().isEmpty() && label.isVisible())
            .forEach(label -> {
              Bounds bounds = label.localToScene(label.getBoundsInLocal());
              String drawn =
                  label.lookupAll(".text").stream()
                      .filter(Text.class::isInstance)
                      .map(text -> ((Text) text).getText())
                      .findFirst()
                      .orElse(label.getText());
              if (bounds.getMaxX() > 1281
                  || drawn.endsWith("…") && !label.getText().endsWith("…")) {
                cut.add(label.getText() + " as " + drawn);
              }
            }));
    assertThat(cut).isEmpty();
  }

  @Test
  void whatIsTypedIsAskedForAtOnceAndNoStateOverwritesIt() {
    open(state(AlertPolicy.CODESUTURE), false, 100);
    TextArea words = found(TextArea.class, "Sensitive words");
    runOnFx(() -> {
      words.requestFocus();
      words.appendText("; Cart ,");
    });
    assertThat(lastEdit()).contains("transaction, cart]");
    runOnFx(() -> view.show(state(AlertPolicy.CODESUTURE)));
    assertThat(words.getText()).endsWith("; Cart ,");
    TextField hours = found(TextField.class, "within hours");
    int before = recorder.calls().size();
    runOnFx(() -> {
      hours.requestFocus();
      hours.setText("none");
    });
    assertThat(recorder.calls()).hasSize(before);
    runOnFx(() -> hours.setText("6"));
    assertThat(lastEdit()).contains("windowHours=6");
    runOnFx(words::requestFocus);
    assertThat(hours.getText()).isEqualTo("24");
  }

  @Test
  void guardsAndRoutesAreChosen() {
    open(state(AlertPolicy.CODESUTURE), false, 100);
    ButtonBase low = found(ButtonBase.class, "return_guard Low");
    runOnFx(low::fire);
    assertThat(lastEdit()).contains("return_guard=LOW");
    ButtonBase medium = found(ButtonBase.class, "return_guard Medium");
    runOnFx(medium::fire);
    // What the last rule says anyway is nobody's edit.
    assertThat(lastEdit()).doesNotContain("return_guard");
    CheckBox route = found(CheckBox.class, "Medium to Webhook");
    runOnFx(route::fire);
    assertThat(lastEdit()).contains("MEDIUM=[WEBHOOK, DIGEST]");
    CheckBox sensitive = found(CheckBox.class, "key_guard is critical in a sensitive place");
    runOnFx(sensitive::fire);
    assertThat(lastEdit())
        .contains("MEDIUM=[WEBHOOK, DIGEST]")
        .contains("key_guard, type_coercion");
    Button back = found(Button.class, "Back to the project's own");
    runOnFx(back::fire);
    assertThat(lastEdit()).isEqualTo("backToProject[]");
  }

  @Test
  void theTrapsOfTheConfigurationAreSaid() {
    open(state(edited()), false, 100);
    assertThat(words())
        .anyMatch(text ->
            text.equals(
                "Escalation also lowers: a repeated crash that is Critical is told as High."))
        .anyMatch(text -> text.startsWith("The webhook is on, but no address"))
        .anyMatch(text -> text.contains("were recorded by the ASGI middleware"))
        .anyMatch(text -> text.startsWith("1 crash has no time"))
        .anyMatch(text -> text.startsWith("What waits 15 minutes"));
    AlertPolicy broken =
        new AlertPolicy(
            SeverityRules.CODESUTURE, AlertRouting.CODESUTURE.withEscalation(3, 24, "URGENT"));
    open(state(broken), false, 100);
    assertThat(words())
        .anyMatch(
            text -> text.startsWith("\"URGENT\" is no severity") && text.contains("4 functions"));
  }
}
