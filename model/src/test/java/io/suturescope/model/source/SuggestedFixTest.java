package io.suturescope.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading what CodeSuture recorded as a suggestion.
class SuggestedFixTest {
  private static final String HEAD = "--- a/cart.py\n+++ b/cart.py\n@@ -27,1 +27,1 @@\n";

  private static SuggestedFix parse(String diff, int line) {
    return SuggestedFix.parse(diff, "f", "/srv/shop/cart.py", line, "LIKELY");
  }

  @Test
  void theTwoLinesOfARecordedDiffAreRead() {
    SuggestedFix fix = parse(HEAD + "-    a = b[0]\n+    a = b[0] if b else None", 27);
    assertThat(fix.original()).isEqualTo("    a = b[0]");
    assertThat(fix.suggested()).isEqualTo("    a = b[0] if b else None");
    assertThat(fix.line()).isEqualTo(27);
  }

  @Test
  void theLineOfTheCrashDecidesOverTheHunk() {
    assertThat(parse(HEAD + "-a\n+b", 30).line()).isEqualTo(30);
    assertThat(parse(HEAD + "-a\n+b", 0).line()).isEqualTo(27);
  }

  @Test
  void contentThatLooksLikeAHeaderIsContent() {
    SuggestedFix fix = parse(HEAD + "--- a/x\n+++ b/x\n", 27);
    assertThat(fix.original()).isEqualTo("-- a/x");
    assertThat(fix.suggested()).isEqualTo("++ b/x");
  }

  @Test
  void aLineThatCodeSutureCouldNotReadIsKnown() {
    assertThat(parse(HEAD + "-# (source line 27 not available)\n+x", 27).lineWasUnavailable())
        .isTrue();
    assertThat(parse(HEAD + "-a # (source line 27 not available)\n+x", 27).lineWasUnavailable())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "return x",
        "-a\n+b",
        HEAD,
        HEAD + "-a",
        HEAD + "+a",
        HEAD + "-a\n-b\n+c",
        HEAD + "-a\n+b\n@@ -30,1 +30,1 @@\n-c\n+d",
        HEAD + " a\n-b\n+c",
        HEAD + "-a\n+b\rc",
        "@@ -99999999999,1 +1,1 @@\n-a\n+b",
      })
  void whatIsNoChangeOfOneLineHasNoLines(String diff) {
    SuggestedFix fix = parse(diff, 3);
    assertThat(fix.original()).isEmpty();
    assertThat(fix.suggested()).isEmpty();
    assertThat(fix.diff()).isEqualTo(diff);
  }

  @Test
  void tenMillionCharactersAreNoSuggestion() {
    assertThat(parse(HEAD + "-a\n+" + "b".repeat(10_000_000), 3).suggested()).isEmpty();
    assertThat(parse(HEAD + "-a\n+b\n".repeat(2_000_000), 3).suggested()).isEmpty();
    assertThat(parse("@@ -1,1".repeat(1_500_000), 3).suggested()).isEmpty();
  }

  @Property
  void anyTextIsRead(@ForAll String diff, @ForAll int line) {
    assertThat(parse(HEAD + diff, line).line()).isNotNegative();
  }
}
