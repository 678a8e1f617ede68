package io.suturescope.views.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PiecesTest {

  private static List<String> pieces(String text, int width) {
    return IntStream.range(0, Pieces.count(text, width))
        .mapToObj(i -> Pieces.of(text, width, i))
        .map(range -> text.substring(range.from(), range.to()))
        .toList();
  }

  @Test
  void linesBreakBetweenWords() {
    assertThat(pieces("return price.amount if price else 0", 20))
        .containsExactly("return price.amount ", "if price else 0");
  }

  @Test
  void wordsThatAreWiderThanAPieceAreBroken() {
    assertThat(pieces("a" + "b".repeat(24), 10))
        .containsExactly("a" + "b".repeat(9), "b".repeat(10), "b".repeat(5));
  }

  @Test
  void noCharacterIsHalved() {
    assertThat(pieces("123456789\ud83d\ude00x", 10)).containsExactly("123456789", "\ud83d\ude00x");
  }

  @Test
  void withoutAWidthALineIsWhole() {
    assertThat(pieces("a b c", 0)).containsExactly("a b c");
    assertThat(pieces("", 10)).containsExactly("");
    assertThat(Pieces.of("a", 10, 3).from()).isEqualTo(1);
  }
}
