package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Other rules and another routing, tried in the real window over real files.
@Timeout(180)
class WhatIfScreenTest {

  @TempDir Path folder;

  private OpenWindow shop() {
    OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"));
    window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
    OpenWindow.onFx(() -> {
      window.session().frame().screenChosen("what_if");
      return true;
    });
    window.settle();
    return window;
  }

  private static <T extends Node> T seen(OpenWindow window, Class<T> type, String words) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll("*").stream()
            .filter(type::isInstance)
            .map(type::cast)
            .filter(node ->
                words.equals(node.getAccessibleText())
                    || (node instanceof Button button && words.equals(button.getText())))
            .findFirst()
            .orElseThrow());
  }

  private static void press(OpenWindow window, String words) {
    Button button = seen(window, Button.class, words);
    OpenWindow.onFx(() -> {
      button.fire();
      return true;
    });
    window.settle();
  }

  private static String text(TextArea area) {
    return OpenWindow.onFx(area::getText);
  }

  private static String sentence(OpenWindow window) {
    return window.texts().stream()
        .filter(text -> text.contains("would have another severity"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWordIsTypedTheNumbersChangeAndTheFileIsWritten() throws IOException {
    Files.createDirectories(folder.resolve("exports"));
    try (OpenWindow window = shop()) {
      assertThat(sentence(window)).isEqualTo("None of 33 crashes would have another severity");
      window.picture("what-if-start");
      TextArea words = seen(window, TextArea.class, "Sensitive words");
      OpenWindow.onFx(() -> {
        words.requestFocus();
        words.end();
        return true;
      });
      window.robot.write(", cart");
      window.settle();
      assertThat(sentence(window)).isEqualTo("5 of 33 crashes would have another severity");
      assertThat(text(words)).endsWith("transaction, cart");

      TextField threshold = seen(window, TextField.class, "From crash");
      OpenWindow.onFx(() -> {
        threshold.requestFocus();
        threshold.selectAll();
        return true;
      });
      window.robot.write("2");
      CheckBox low = seen(window, CheckBox.class, "Low to File");
      OpenWindow.onFx(() -> {
        low.requestFocus();
        return true;
      });
      window.robot.push(KeyCode.SPACE);
      window.settle();
      assertThat(window.texts()).contains("Escalated");
      window.picture("what-if-edited");

      press(window, "Export .codesuture.toml…");
      String toml = Files.readString(folder.resolve("exports/.codesuture.toml"));
      assertThat(toml)
          .contains("repeat_threshold = 2", "LOW = [\"file\", \"digest\"]")
          .contains("# sensitive_words = ", "\"cart\"]")
          .contains("# url = ");
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("digest");
        window.session().frame().screenChosen("what_if");
        return true;
      });
      window.settle();
      // Gone and come back: what was tried is still there.
      assertThat(sentence(window)).startsWith("5 of 33");
      assertThat(window.texts()).doesNotContain("Nothing to try it on yet");
      press(window, "Back to CodeSuture's own");
      assertThat(sentence(window)).startsWith("None of 33");
      assertThat(text(words)).endsWith("transaction");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void anEmptyWorkspaceTeachesWhatWouldBeHere() {
    try (OpenWindow window = new OpenWindow(folder.resolve("empty.suturescope"))) {
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("what_if");
        return true;
      });
      window.settle();
      assertThat(window.texts())
          .containsAll(List.of("Nothing to try it on yet", "Open a sample workspace"));
    }
  }

  @Test
  void aCrashSaysWhyItHasItsSeverity() {
    try (OpenWindow window = shop()) {
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("incidents");
        return true;
      });
      window.search("severity:medium");
      OpenWindow.onFx(() -> {
        window.session().focusRows();
        return true;
      });
      window.robot.push(KeyCode.DOWN);
      window.settle();
      assertThat(window.texts()).contains("Why this severity");
      window.picture("why-this-severity-closed");
      OpenWindow.onFx(() -> {
        window.scene().getRoot().lookupAll(".disclosure-head").stream()
            .map(javafx.scene.control.ToggleButton.class::cast)
            .filter(head -> head.getText().equals("Why this severity"))
            .findFirst()
            .orElseThrow()
            .fire();
        return true;
      });
      window.settle();
      window.picture("why-this-severity");
      assertThat(window.texts())
          .contains("module or function holds a sensitive word", "no: no log holds the HTTP method")
          .anyMatch(text -> text.startsWith("decides: "));
      assertThat(window.broken).isEmpty();
    }
  }
}
