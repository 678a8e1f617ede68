package io.suturescope.views;

import io.suturescope.views.controls.Look;
import io.suturescope.views.pictures.Snapshots;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A real stage on the headless platform, and a robot in front of it.
public abstract class WindowTest {

  protected static final FxRobot ROBOT = new FxRobot();
  private static Stage stage;

  @BeforeAll
  static void openStage() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    onFx(() -> {
      Look.install();
      return "";
    });
  }

  @AfterEach
  void closePopups() {
    onFx(() -> {
      javafx.stage.Window.getWindows().stream()
          .filter(w -> w != stage)
          .toList()
          .forEach(javafx.stage.Window::hide);
      return "";
    });
  }

  protected static <T> T onFx(Callable<T> work) {
    T result = WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  protected static void runOnFx(Runnable work) {
    onFx(() -> {
      work.run();
      return "";
    });
  }

  /// Shows a node in a window of 1280 × 800.
  protected static Scene show(Callable<? extends Node> node, boolean dark, int percent) {
    return onFx(() -> {
      Node content = node.call();
      Parent root = content instanceof Parent p ? p : new StackPane(content);
      Scene scene = new Scene(root, 1280, 800);
      Look.apply(scene, dark, percent);
      stage.setScene(scene);
      stage.setWidth(1280);
      stage.setHeight(800);
      stage.show();
      return scene;
    });
  }

  protected static void picture(Scene scene, String name) {
    settle();
    onFx(() -> {
      Snapshots.write(scene, Path.of("target", "pictures", name + ".png"));
      return "";
    });
  }

  /// Lets layout, styles and rows come to rest.
  protected static void settle() {
    for (int i = 0; i < 4; i++) {
      WaitForAsyncUtils.waitForFxEvents();
    }
  }
}
