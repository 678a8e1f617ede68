package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.screens.StreamTree.Node;
import io.suturescope.app.store.GroupIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StreamTreeTest {

  /// Groups 100, 101 alone; 102, 103 and 104 share a fingerprint; 105 alone.
  private static final GroupIndex INDEX =
      new GroupIndex(new long[] {100, 101, 102, 103, 104, 105}, new int[] {0, 1, 2, 5, 6});

  private static List<Node> rows(StreamTree tree) {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      rows.add(tree.node(i));
    }
    return rows;
  }

  @Test
  void aFingerprintHasARowOfItsOwnOnlyWhenFunctionsShareIt() {
    assertThat(rows(new StreamTree(INDEX, 0)))
        .containsExactly(
            new Node.Function(100, 0),
            new Node.Function(101, 0),
            new Node.Fingerprint(new Cluster(2, 5)),
            new Node.Function(105, 0));
  }

  @Test
  void crashesThatWereNotPatchedStandFirst() {
    assertThat(rows(new StreamTree(INDEX, 2)))
        .startsWith(new Node.UnpatchedHead(), new Node.Function(100, 0));
    StreamTree open = new StreamTree(INDEX, 2);
    open.open(0);
    assertThat(rows(open))
        .startsWith(
            new Node.UnpatchedHead(),
            new Node.NotPatched(0),
            new Node.NotPatched(1),
            new Node.Function(100, 0));
    assertThat(open.parent(2)).contains(0);
  }

  @Test
  void anOpenFunctionShowsALoadingRowUntilItsCrashesAreRead() {
    StreamTree tree = new StreamTree(INDEX, 0);
    tree.open(1);
    assertThat(tree.node(2)).isEqualTo(new Node.Loading(101, 1));
    tree.children(101, new long[] {7, 8});
    assertThat(rows(tree))
        .containsSubsequence(new Node.Function(101, 0), new Node.Crash(7, 1), new Node.Crash(8, 1));
    assertThat(tree.size()).isEqualTo(6);
    assertThat(tree.parent(3)).isEqualTo(Optional.of(1));
  }

  @Test
  void fingerprintsFunctionsAndCrashesNest() {
    StreamTree tree = new StreamTree(INDEX, 1);
    tree.open(3);
    tree.open(5);
    tree.children(103, new long[] {9});
    assertThat(rows(tree))
        .containsExactly(
            new Node.UnpatchedHead(),
            new Node.Function(100, 0),
            new Node.Function(101, 0),
            new Node.Fingerprint(new Cluster(2, 5)),
            new Node.Function(102, 1),
            new Node.Function(103, 1),
            new Node.Crash(9, 2),
            new Node.Function(104, 1),
            new Node.Function(105, 0));
    assertThat(tree.parent(6)).isEqualTo(Optional.of(5));
    assertThat(tree.parent(5)).isEqualTo(Optional.of(3));
  }

  @Test
  void closingAFingerprintHidesWhatIsOpenBelowIt() {
    StreamTree tree = new StreamTree(INDEX, 0);
    tree.open(2);
    tree.open(3);
    tree.children(102, new long[] {1, 2, 3});
    tree.close(2);
    assertThat(tree.size()).isEqualTo(4);
    assertThat(tree.node(3)).isEqualTo(new Node.Function(105, 0));
  }

  @Test
  void whatIsOpenStaysOpenWhenTheDataGrow() {
    StreamTree before = new StreamTree(INDEX, 0);
    before.open(2);
    before.open(4);
    before.children(103, new long[] {9});
    GroupIndex grown =
        new GroupIndex(
            new long[] {105, 106, 104, 103, 102, 107, 100, 101}, new int[] {0, 1, 2, 6, 7, 8});
    StreamTree after = new StreamTree(grown, 1);
    after.openLike(before.open(), _ -> new long[] {10, 9});
    assertThat(rows(after))
        .containsExactly(
            new Node.UnpatchedHead(),
            new Node.Function(105, 0),
            new Node.Function(106, 0),
            new Node.Fingerprint(new Cluster(2, 6)),
            new Node.Function(104, 1),
            new Node.Function(103, 1),
            new Node.Crash(10, 2),
            new Node.Crash(9, 2),
            new Node.Function(102, 1),
            new Node.Function(107, 1),
            new Node.Function(100, 0),
            new Node.Function(101, 0));
    assertThat(after.rowOf(before, new Node.Crash(9, 2))).contains(7);
    assertThat(after.rowOf(before, new Node.Function(102, 1))).contains(8);
    assertThat(after.rowOf(before, new Node.Fingerprint(new Cluster(2, 5)))).contains(8);
    assertThat(after.rowOf(before, new Node.Function(999, 0))).isEmpty();
  }

  @Property
  void everyRowIsSomethingHoweverItIsOpenedAndClosed(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 40) Integer> clicks) {
    StreamTree tree = new StreamTree(INDEX, 1);
    for (int click : clicks) {
      int row = click % tree.size();
      Node node = tree.node(row);
      if (tree.isOpen(node)) {
        tree.close(row);
      } else {
        tree.open(row);
        if (node instanceof Node.Function(long group, int _)) {
          tree.children(group, new long[] {group * 10, group * 10 + 1});
        }
      }
      assertThat(rows(tree)).doesNotHaveDuplicates().hasSize(tree.size());
    }
  }
}
