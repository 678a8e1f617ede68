package io.suturescope.views.controls;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// Fonts and style sheets: what makes a scene look like ours.
public final class Look {

  private static final String FOLDER = "/io/suturescope/styles/";
  private static final String ICONS = "FeatherIcons";
  private static final double BODY_PIXELS = 13;
  private static final List<String> FONTS =
      List.of(
          "inter-latin-400",
          "inter-latin-500",
          "inter-latin-600",
          "inter-latin-700",
          "jetbrains-mono-latin-400",
          "jetbrains-mono-latin-500",
          "jetbrains-mono-latin-600");

  private Look() {}

  /// Loads the bundled fonts and sets the base theme; once, before the first scene is shown.
  public static void install() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    for (String font : FONTS) {
      try (InputStream bytes = resource("fonts/" + font + "-normal.woff").openStream()) {
        Objects.requireNonNull(Font.loadFont(bytes, BODY_PIXELS), font);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    loadIcons();
  }

  /// The font of the icons, which the sheets use by its family.
  private static void loadIcons() {
    IkonHandler handler = new FeatherIkonHandler();
    try (InputStream bytes = handler.getFontResourceAsStream()) {
      String family = Objects.requireNonNull(Font.loadFont(bytes, BODY_PIXELS)).getFamily();
      if (!family.equals(ICONS)) {
        throw new IllegalStateException("the icons are in the font " + family);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Dresses a scene; again whenever the theme or the font scale changes. Pop-ups of the scene
  /// follow by themselves.
  ///
  /// @param percent font scale, 75 to 200
  public static void apply(Scene scene, boolean dark, int percent) {
    String tokens = sheet(dark ? "tokens-dark.css" : "tokens-light.css");
    List<String> sheets =
        List.of(tokens, sheet("base-theme.css"), sheet("components.css"), scale(percent));
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  private static String scale(int percent) {
    String css = ".root { -fx-font-size: " + BODY_PIXELS * percent / 100 + "px; }";
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String sheet(String name) {
    return resource(name).toExternalForm();
  }

  /// Where something of the styles module is, such as `icons/suturescope.png`.
  public static URL resource(String name) {
    return Objects.requireNonNull(Look.class.getResource(FOLDER + name), name);
  }
}
