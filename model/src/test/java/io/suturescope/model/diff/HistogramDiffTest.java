package io.suturescope.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramDiffTest {

  @Property(tries = 3_000)
  void applyingTheEditsGivesTheRightSide(
      @ForAll @Size(max = 60) int[] seedLeft,
      @ForAll @Size(max = 60) int[] seedRight,
      @ForAll @IntRange(min = 1, max = 12) int alphabet) {
    int[] left = folded(seedLeft, alphabet);
    int[] right = folded(seedRight, alphabet);
    for (Edits edits :
        new Edits[] {HistogramDiff.between(left, right), HistogramDiff.shortest(left, right)}) {
      assertThat(applied(edits, left, right)).isEqualTo(right);
    }
  }

  @Property(tries = 1_000)
  void theShortestHasNoMoreDifferencesThanTheLongestCommonSubsequenceLeaves(
      @ForAll @Size(max = 40) int[] seedLeft, @ForAll @Size(max = 40) int[] seedRight) {
    int[] left = folded(seedLeft, 4);
    int[] right = folded(seedRight, 4);
    assertThat(HistogramDiff.shortest(left, right).size())
        .isEqualTo(left.length + right.length - 2 * common(left, right));
  }

  @Property(tries = 100)
  void longSequencesAreAppliedAsWell(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
    Random random = new Random(seed);
    int alphabet = 1 + random.nextInt(400);
    int[] left = random.ints(random.nextInt(3_000), 0, alphabet).toArray();
    int[] right = random.ints(random.nextInt(3_000), 0, alphabet).toArray();
    assertThat(applied(HistogramDiff.between(left, right), left, right)).isEqualTo(right);
  }

  @Test
  void anInsertedBlockIsTheOnlyDifference() {
    Edits edits = HistogramDiff.between(new int[] {1, 2, 3, 4}, new int[] {1, 2, 9, 9, 3, 4});
    assertThat(edits.edits()).containsExactly(new Edit(2, 2, 2, 4));
    assertThat(edits.coarse()).isEmpty();
  }

  @Test
  void everyOtherElementExchangedIsFoundExactly() {
    int[] left = IntStream.range(0, 100_000).toArray();
    int[] right = Arrays.stream(left).map(at -> at % 2 == 0 ? at : at + 100_000).toArray();
    Edits edits = HistogramDiff.between(left, right);
    assertThat(edits.edits()).hasSize(50_000);
    assertThat(edits.coarse()).isEmpty();
  }

  @Test
  void manyRepeatedElementsInDisorderAreComparedInWindowsAndItIsSaid() {
    Random random = new Random(1);
    int[] left = random.ints(40_000, 0, 3).toArray();
    int[] right = random.ints(40_000, 0, 3).toArray();
    Edits edits = HistogramDiff.between(left, right);
    assertThat(applied(edits, left, right)).isEqualTo(right);
    assertThat(edits.coarse()).hasValueSatisfying(why -> assertThat(why).contains("more changes"));
    assertThat(edits.size()).isLessThan(60_000);
  }

  @Test
  void veryLongSequencesAreComparedAtTheirEndsAndItIsSaid() {
    int[] left = new int[HistogramDiff.LONGEST];
    int[] right = new int[10];
    right[5] = 1;
    Edits edits = HistogramDiff.between(left, right);
    assertThat(edits.edits()).containsExactly(new Edit(5, left.length - 4, 5, 6));
    assertThat(edits.coarse()).isPresent();
  }

  @Test
  void theResultIsTheSameEveryTime() {
    Random random = new Random(7);
    int[] left = random.ints(20_000, 0, 50).toArray();
    int[] right = random.ints(20_000, 0, 50).toArray();
    assertThat(HistogramDiff.between(left, right)).isEqualTo(HistogramDiff.between(left, right));
  }

  private static int[] folded(int[] numbers, int alphabet) {
    return Arrays.stream(numbers).map(number -> Math.floorMod(number, alphabet)).toArray();
  }

  /// Keeps what the edits leave alone and puts in what they add.
  private static int[] applied(Edits edits, int[] left, int[] right) {
    IntStream.Builder result = IntStream.builder();
    int at = 0;
    for (Edit edit : edits.edits()) {
      Arrays.stream(left, at, edit.leftFrom()).forEach(result);
      Arrays.stream(right, edit.rightFrom(), edit.rightTo()).forEach(result);
      at = edit.leftTo();
    }
    Arrays.stream(left, at, left.length).forEach(result);
    return result.build().toArray();
  }

  private static int common(int[] left, int[] right) {
    int[][] longest = new int[left.length + 1][right.length + 1];
    for (int i = 1; i <= left.length; i++) {
      for (int j = 1; j <= right.length; j++) {
        longest[i][j] =
            left[i - 1] == right[j - 1]
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[left.length][right.length];
  }
}
