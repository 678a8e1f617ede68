package io.suturescope.views.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Commands are found by some of their letters.
final class FuzzyMatchTest {

  private static final List<String> NAMES =
      List.of("Open project…", "Open sample workspace", "Dark theme", "Copy digest");

  @Test
  void firstLettersOfWordsFindIt() {
    assertThat(FuzzyMatch.best(NAMES, Function.identity(), "osw"))
        .first()
        .isEqualTo("Open sample workspace");
  }

  @Test
  void lettersInARowComeFirst() {
    assertThat(FuzzyMatch.best(NAMES, Function.identity(), "dig")).containsExactly("Copy digest");
  }

  @Test
  void strangeLettersFindNothing() {
    assertThat(FuzzyMatch.best(NAMES, Function.identity(), "zzz")).isEmpty();
  }
}
