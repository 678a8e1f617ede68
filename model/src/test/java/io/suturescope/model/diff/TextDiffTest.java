package io.suturescope.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  @Property(tries = 2_000)
  void bothSidesStandInTheRowsInOrder(
      @ForAll("texts") List<String> left, @ForAll("texts") List<String> right) {
    TextDiff diff = TextDiff.between(left, right);
    assertThat(diff.rows().stream().flatMapToInt(row -> row.left().stream()).toArray())
        .isEqualTo(IntStream.range(0, left.size()).toArray());
    assertThat(diff.rows().stream().flatMapToInt(row -> row.right().stream()).toArray())
        .isEqualTo(IntStream.range(0, right.size()).toArray());
    for (TextRow row : diff.rows()) {
      checkChange(row, left, right);
    }
  }

  private static void checkChange(TextRow row, List<String> left, List<String> right) {
    switch (row.change()) {
      case SAME ->
          assertThat(left.get(row.left().orElseThrow()))
              .isEqualTo(right.get(row.right().orElseThrow()));
      case ADDED -> assertThat(row.left()).isEmpty();
      case REMOVED -> assertThat(row.right()).isEmpty();
      case CHANGED ->
          assertThat(without(left.get(row.left().orElseThrow()), row.leftWords()))
              .isEqualTo(without(right.get(row.right().orElseThrow()), row.rightWords()));
      case MOVED -> throw new AssertionError("lines do not move");
    }
  }

  private static String without(String line, List<TextRow.Range> ranges) {
    StringBuilder kept = new StringBuilder(line);
    for (TextRow.Range range : ranges.reversed()) {
      kept.delete(range.from(), range.to());
    }
    return kept.toString();
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "",
            "    ",
            "a = b",
            "a = c",
            "if x:",
            "    return a",
            "    return b(a)",
            "\ud83d\ude00 x",
            "\ud83d\ude01 x",
            "total = price * count",
            "total = price * max(count, 1)",
            "\ud83d")
        .list()
        .ofMaxSize(25);
  }

  @Test
  void likeLinesShareARowWithTheWordsThatDiffer() {
    TextDiff diff =
        TextDiff.between(
            List.of("def f(user):", "    return user.name.title()"),
            List.of("def f(user):", "    return (user.name or '').title()"));
    TextRow row = diff.rows().get(1);
    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(row.leftWords()).isEmpty();
    assertThat(row.rightWords())
        .containsExactly(new TextRow.Range(11, 12), new TextRow.Range(21, 28));
  }

  @Test
  void unlikeLinesStandInRowsOfTheirOwn() {
    TextDiff diff = TextDiff.between(List.of("alpha beta"), List.of("0123456789"));
    assertThat(diff.rows())
        .extracting(TextRow::change)
        .containsExactly(Change.REMOVED, Change.ADDED);
  }

  @Test
  void aCharacterOfTwoSurrogatesIsNeverCut() {
    TextDiff diff = TextDiff.between(List.of("aaa \ud83d\ude00"), List.of("aaa \ud83d\ude01"));
    assertThat(diff.rows().getFirst().leftWords()).containsExactly(new TextRow.Range(4, 6));
  }

  @Test
  void anAddedFunctionEndsWithItsBlankLine() {
    TextDiff diff =
        TextDiff.between(
            List.of("def a():", "    pass", "", "def c():", "    pass"),
            List.of(
                "def a():", "    pass", "", "def b():", "    pass", "", "def c():", "    pass"));
    assertThat(diff.rows())
        .extracting(TextRow::change)
        .containsExactly(
            Change.SAME,
            Change.SAME,
            Change.SAME,
            Change.ADDED,
            Change.ADDED,
            Change.ADDED,
            Change.SAME,
            Change.SAME);
  }

  @Test
  void anEndlessLineHasOneChangedStretch() {
    String line = "ab ".repeat(3_000_000);
    TextDiff diff = TextDiff.between(List.of(line + "x" + line), List.of(line + "y" + line));
    assertThat(diff.rows()).hasSize(1);
    assertThat(diff.rows().getFirst().leftWords())
        .containsExactly(new TextRow.Range(line.length(), line.length() + 3));
  }
}
