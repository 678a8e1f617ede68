package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedDiffTest {

  private static final TextDiff DIFF =
      TextDiff.between(
          List.of(
              "def connect():",
              "    password = \"invented-swordfish-1\"",
              "    return go(password)"),
          List.of(
              "def connect():",
              "    password = \"invented-swordfish-2\"",
              "    return go(password)"));

  @Test
  void aSecretInALineIsMaskedAndItsMarksGo() {
    TextDiff masked = MaskedDiff.of(DIFF);
    assertThat(masked.left().get(1)).doesNotContain("swordfish");
    assertThat(masked.right().get(1)).doesNotContain("swordfish");
    assertThat(masked.rows())
        .anySatisfy(row -> {
          assertThat(row.change()).isNotEqualTo(Change.SAME);
          assertThat(row.leftWords()).isEmpty();
        });
    assertThat(masked.rows()).hasSameSizeAs(DIFF.rows());
  }

  @Test
  void linesWithoutSecretsStayWithTheirMarks() {
    TextDiff plain =
        TextDiff.between(List.of("return total / count"), List.of("return total / (count or 1)"));
    assertThat(MaskedDiff.of(plain)).isEqualTo(plain);
  }
}
