package io.suturescope.views.frame;

import io.suturescope.views.frame.FrameState.Command;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/// The keys of the commands, as they are bound now.
final class Keys {

  private static final Set<KeyCode> TEXT =
      EnumSet.of(KeyCode.Z, KeyCode.Y, KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X);

  private final Consumer<String> run;
  private final Runnable close;
  private final BooleanSupplier sheetOpen;
  private Map<KeyCombination, String> bound = Map.of();

  Keys(Consumer<String> run, Runnable close, BooleanSupplier sheetOpen) {
    this.run = run;
    this.close = close;
    this.sheetOpen = sheetOpen;
  }

  void watch(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  void show(List<Command> commands) {
    Map<KeyCombination, String> combinations = new LinkedHashMap<>();
    for (Command command : commands) {
      if (command.whyDisabled().isEmpty()) {
        command
            .key()
            .filter(key -> key.length() > 1)
            .ifPresent(key -> combinations.put(KeyCombination.valueOf(key), command.id()));
      }
    }
    bound = combinations;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && sheetOpen.getAsBoolean()) {
      close.run();
      event.consume();
      return;
    }
    // Where somebody types, Ctrl Z takes back what was typed.
    boolean typing = event.getTarget() instanceof Node node && takesText(node);
    bound.forEach((combination, command) -> {
      boolean ofText = typing && TEXT.contains(event.getCode()) && event.isShortcutDown();
      if (!event.isConsumed() && !ofText && combination.match(event)) {
        event.consume();
        run.accept(command);
      }
    });
  }

  /// `/` and `?` wherever nobody is typing text.
  private void typed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof Node node && takesText(node);
    if (typing || sheetOpen.getAsBoolean() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCharacter()) {
      case "/" -> {
        event.consume();
        run.accept(FrameView.QUERY);
      }
      case "?" -> {
        event.consume();
        run.accept(FrameView.KEYBOARD);
      }
      default -> {}
    }
  }

  private static boolean takesText(Node node) {
    return node instanceof TextInputControl || node instanceof GenericStyledArea<?, ?, ?>;
  }

  /// A key as people read it here, such as "Ctrl K".
  static String spoken(String key) {
    if (key.length() == 1) {
      return key;
    }
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    return key.replace("Shortcut", mac ? "Cmd" : "Ctrl")
        .replace("+", " ")
        .replace("DIGIT", "")
        .replace("EQUALS", "=")
        .replace("MINUS", "-")
        .replace("PERIOD", ".")
        .replace("COMMA", ",");
  }
}
