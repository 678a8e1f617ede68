package io.suturescope.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void nothingHidesOrTurnsAround() {
    assertThat(VisibleText.line("a\nb\r\t\0\u202Ec\u2066\uFEFF\ud800"))
        .isEqualTo("a\\nb\\r\\t\\x00\\u202ec\\u2066\\ufeff\\ud800");
  }

  @Test
  void ordinaryLettersOfAnyScriptStay() {
    assertThat(VisibleText.line("größe 合計 שלום 🙂")).isEqualTo("größe 合計 שלום 🙂");
    assertThat(VisibleText.rightToLeft("שלום")).isTrue();
    assertThat(VisibleText.rightToLeft("größe 合計")).isFalse();
  }
}
