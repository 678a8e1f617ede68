package io.suturescope.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

  @Test
  void wordsAreComparedInABoundedNumberOfPairsAndTheRestIsStillAligned() {
    int size = WordDiff.MOST_PAIRS + 500;
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      left.addAll(List.of("kept " + at, "a = one + b + one"));
      right.addAll(List.of("kept " + at, "a = two + b + two"));
    }
    TextDiff diff = TextDiff.between(left, right);
    List<TextRow> changed =
        diff.rows().stream().filter(row -> row.change() == Change.CHANGED).toList();
    assertThat(changed).hasSize(WordDiff.MOST_PAIRS);
    assertThat(changed).allMatch(row -> row.leftWords().size() == 2);
    assertThat(diff.rows()).filteredOn(row -> row.change() == Change.SAME).hasSize(size);
    assertThat(diff.rows()).filteredOn(row -> row.change() == Change.ADDED).hasSize(500);
    assertThat(diff.coarse()).isEmpty();
  }

  @Property(tries = 2_000)
  void linesThatCountingTellsApartHaveNoMoreInCommonWhenAligned(
      @ForAll("lines") String left, @ForAll("lines") String right) {
    List<String> leftTokens = Tokens.of(left, 0, left.length());
    List<String> rightTokens = Tokens.of(right, 0, right.length());
    Symbols symbols = new Symbols();
    int[] rest = symbols.of(leftTokens);
    int kept = leftTokens.stream().filter(token -> !token.isBlank()).mapToInt(String::length).sum();
    for (Edit edit : HistogramDiff.shortest(rest, symbols.of(rightTokens)).edits()) {
      for (String token : leftTokens.subList(edit.leftFrom(), edit.leftTo())) {
        kept -= token.isBlank() ? 0 : token.length();
      }
    }
    assertThat(new SharedWords().atMost(left, 0, left.length(), right, 0, right.length()))
        .isGreaterThanOrEqualTo(kept);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "a", "bc", " ", "  ", "(", "=", "total", "\u00e9", "\ud83d\ude00", "\u2003")
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
