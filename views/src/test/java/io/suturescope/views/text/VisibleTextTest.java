package io.suturescope.views.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Nothing that is read can hide or turn what stands beside it.
final class VisibleTextTest {

  @Test
  void whatWouldBeInvisibleIsSpelledOut() {
    assertThat(VisibleText.line("a\u0000b\u001b[31m\u202eevil\u200b\n"))
        .isEqualTo("a\\x00b\\x1b[31m\\u202eevil\\u200b\\n");
  }

  @Test
  void blockKeepsLinesAndTabs() {
    assertThat(VisibleText.block("a\n\tb\r")).isEqualTo("a\n\tb\\r");
  }

  @Test
  void loneSurrogateIsSpelledOut() {
    assertThat(VisibleText.line("x\ud800y")).isEqualTo("x\\ud800y");
  }

  @Test
  void otherScriptsStayAsTheyAre() {
    String text = "größe שלום 数 नमस्ते 🙂";
    assertThat(VisibleText.line(text)).isEqualTo(text);
  }

  @Test
  void wordsFromRightToLeftAreTold() {
    assertThat(VisibleText.turns("KeyError: 'שלום'")).isTrue();
    assertThat(VisibleText.turns("حساب")).isTrue();
    assertThat(VisibleText.turns("größe 数 नमस्ते 🙂")).isFalse();
  }

  @Test
  void everyWordHasItsPlural() {
    assertThat(Words.of("today.heading", "Good morning", 1))
        .isEqualTo("Good morning. 1 thing needs you.");
    assertThat(Words.of("today.heading", "Good morning", 0))
        .isEqualTo("Good morning. Nothing needs you.");
    assertThat(Words.of("status.problems", 1_234L)).isEqualTo("1,234 problems");
  }
}
