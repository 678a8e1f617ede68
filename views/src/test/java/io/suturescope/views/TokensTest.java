package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.controls.Look;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Colours stand in the two token sheets and nowhere else, and they can be read.
final class TokensTest {

  private static final Pattern LITERAL =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(|Color\\.(?!TRANSPARENT)[A-Z]{3,}|Color\\.(web|rgb|hsb|color|valueOf)\\(");
  private static final Pattern TOKEN =
      Pattern.compile("^\\s*(-[a-z-]+):\\s*(#[0-9a-f]{6,8});", Pattern.MULTILINE);
  private static final List<String> SURFACES =
      List.of(
          "-bg",
          "-surface",
          "-surface-raised",
          "-surface-rail",
          "-hover-surface",
          "-hover-rail",
          "-selected-surface");

  @Test
  void noColourStandsOutsideTheTokenSheets() throws IOException {
    assertThat(LITERAL.matcher(sheet("components.css")).results()).isEmpty();
    assertThat(LITERAL.matcher(sheet("base-theme.css")).results()).isEmpty();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(LITERAL.matcher(Files.readString(file)).results()).as("%s", file).isEmpty();
      }
    }
  }

  @Test
  void bothSheetsDefineTheSameTokens() throws IOException {
    assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeRead(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String surface : SURFACES) {
      readable(tokens, "-fg", surface, 4.5);
      readable(tokens, "-fg-muted", surface, 4.5);
    }
    for (String surface : List.of("-surface", "-surface-raised")) {
      readable(tokens, "-fg-subtle", surface, 4.5);
      readable(tokens, "-focus", surface, 3);
    }
    readable(tokens, "-focus", "-surface-rail", 3);
    readable(tokens, "-focus", "-selected-surface", 3);
    readable(tokens, "-accent-text", "-accent-surface", 4.5);
    readable(tokens, "-accent", "-surface", 4.5);
    readable(tokens, "-on-accent", "-accent", 4.5);
    readable(tokens, "-surface", "-fg", 4.5);
    readable(tokens, "-fg", "-source-mark", 4.5);
    readable(tokens, "-fg", "-code-surface", 4.5);
    readable(tokens, "-fg", "-severity-critical-surface", 4.5);
    for (String tone :
        List.of("-severity-critical", "-severity-high", "-severity-medium", "-severity-low")) {
      readable(tokens, tone, tone + "-surface", 4.5);
      readable(tokens, tone, "-surface", 4.5);
      readable(tokens, "-on-severity", tone, 4.5);
    }
    for (String tone : List.of("-verdict-unnecessary", "-verdict-divergent", "-ok")) {
      readable(tokens, tone, tone + "-surface", 4.5);
      readable(tokens, tone, "-surface", 4.5);
      readable(tokens, tone, "-selected-surface", 4.5);
    }
    readable(tokens, "-severity-critical", "-selected-surface", 4.5);
    readable(tokens, "-severity-high", "-selected-surface", 4.5);
    readable(tokens, "-fg-muted", "-neutral-chip-surface", 4.5);
  }

  private static void readable(
      Map<String, String> tokens, String text, String ground, double least) {
    double a = luminance(tokens.get(text));
    double b = luminance(tokens.get(ground));
    double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertThat(contrast).as("%s on %s", text, ground).isGreaterThanOrEqualTo(least);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static Map<String, String> tokens(String theme) throws IOException {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher matcher = TOKEN.matcher(sheet("tokens-" + theme + ".css"));
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  private static String sheet(String name) throws IOException {
    try (InputStream in = Look.resource(name).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
