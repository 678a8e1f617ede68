package io.suturescope.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeSutureDigestTest {

  private static final String TIME = "2026-11-20T23:04:44.123456+00:00";

  private static CodeSutureLine line(String time, Severity severity, String function, String fix) {
    return new CodeSutureLine(
        time, severity, "patched", "f00d", "KeyError", function, "key_guard", "row", "''", fix);
  }

  private static String text(CodeSutureLine... lines) throws IOException {
    StringBuilder out = new StringBuilder();
    CodeSutureDigest.write("T", List.of(lines)::forEach, out);
    return out.toString();
  }

  @Test
  void anEmptyPeriodIsOneSentence() throws IOException {
    assertThat(text()).isEqualTo("# CodeSuture T\n\nNo incidents recorded during this period.\n");
  }

  @Test
  void weeksAreCountedAsPythonDoes() {
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2026, 11, 20))).endsWith("2026-W46");
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2026, 1, 1))).endsWith("2026-W00");
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2026, 1, 5))).endsWith("2026-W01");
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2023, 1, 1))).endsWith("2023-W00");
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2024, 1, 1))).endsWith("2024-W01");
    assertThat(CodeSutureDigest.weeklyTitle(LocalDate.of(2024, 12, 31))).endsWith("2024-W53");
    assertThat(CodeSutureDigest.dailyTitle(LocalDate.of(2026, 3, 9))).endsWith(" 2026-03-09");
  }

  @Test
  void aShortTimestampIsShownWholeAndACellIsNotEscaped() throws IOException {
    assertThat(
            text(
                line("2026-11-20T10:00:00", Severity.LOW, "a|b", ""),
                line(TIME, Severity.LOW, "c", "")))
        .contains("| 2026-11-20T10:00:00 | LOW | a|b() | key_guard | row | patched |\n")
        .contains("| 23:04:44 | LOW | c() |")
        .doesNotContain("CRITICAL & HIGH Priority")
        .doesNotContain("Recommended Actions");
  }

  @Test
  void onlyTheFirstLineOfAFixIsIndentedAndTheFirstLineOfAGroupSpeaks() throws IOException {
    assertThat(
            text(
                line(TIME, Severity.HIGH, "f", "a\nb"),
                line(TIME, Severity.CRITICAL, "f", ""),
                line(TIME, Severity.LOW, "f", "")))
        .contains(
            "### 🟡 HIGH: KeyError in f() (×2)\n- **Guard:** key_guard on `row` → default `''`\n"
                + "- **Suggested fix:**\n  ```python\n  a\nb\n  ```\n"
                + "- **Review:** `codesuture explain f`\n\n")
        .endsWith(
            "\n## Recommended Actions\n\n1. 🔴 Review `f` — patched 3× during this period, fix at"
                + " source\n");
  }
}
