package io.suturescope.model.bytecode;

import io.suturescope.model.diff.Edit;
import io.suturescope.model.diff.Symbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Finds runs of removed instructions that were added elsewhere.
final class MovedBlocks {

  /// Shorter runs are alike by chance.
  static final int SHORTEST = 4;

  private static final int MOST_PLACES = 16;

  private final int[] left;
  private final int[] right;
  private final int[] leftRunEnd;
  private final int[] rightRunEnd;
  private final int[] leftBlock;
  private final int[] rightBlock;
  private int blocks;

  private MovedBlocks(int[] left, int[] right) {
    this.left = left;
    this.right = right;
    this.leftRunEnd = new int[left.length];
    this.rightRunEnd = new int[right.length];
    this.leftBlock = new int[left.length];
    this.rightBlock = new int[right.length];
  }

  static MovedBlocks find(List<Unit> left, List<Unit> right, List<Edit> edits) {
    Symbols symbols = new Symbols();
    int[] leftKeys = symbols.of(left.stream().map(Unit::key).toList());
    int[] rightKeys = symbols.of(right.stream().map(Unit::key).toList());
    MovedBlocks moved = new MovedBlocks(leftKeys, rightKeys);
    Map<List<Integer>, List<Integer>> starts = new HashMap<>();
    for (Edit edit : edits) {
      for (int at = edit.rightFrom(); at < edit.rightTo(); at++) {
        moved.rightRunEnd[at] = edit.rightTo();
        if (at + SHORTEST <= edit.rightTo()) {
          starts.computeIfAbsent(start(rightKeys, at), _ -> new ArrayList<>(1)).add(at);
        }
      }
    }
    for (Edit edit : edits) {
      int at = edit.leftFrom();
      while (at + SHORTEST <= edit.leftTo()) {
        moved.leftRunEnd[at] = edit.leftTo();
        at += moved.block(at, starts.getOrDefault(start(leftKeys, at), List.of()));
      }
    }
    return moved;
  }

  private static List<Integer> start(int[] keys, int at) {
    return List.of(keys[at], keys[at + 1], keys[at + 2], keys[at + 3]);
  }

  /// The number of the block, from 1, that a unit of the left moved with.
  OptionalInt blockOfLeft(int at) {
    return leftBlock[at] == 0 ? OptionalInt.empty() : OptionalInt.of(leftBlock[at]);
  }

  OptionalInt blockOfRight(int at) {
    return rightBlock[at] == 0 ? OptionalInt.empty() : OptionalInt.of(rightBlock[at]);
  }

  /// Notes the longest run from here; returns how far to go on.
  private int block(int from, List<Integer> candidates) {
    int longest = SHORTEST - 1;
    int best = -1;
    for (int candidate : candidates.subList(0, Math.min(candidates.size(), MOST_PLACES))) {
      int length = 0;
      while (from + length < leftRunEnd[from]
          && candidate + length < rightRunEnd[candidate]
          && left[from + length] == right[candidate + length]
          && rightBlock[candidate + length] == 0) {
        length++;
      }
      if (length > longest) {
        longest = length;
        best = candidate;
      }
    }
    if (best < 0) {
      return 1;
    }
    blocks++;
    for (int at = 0; at < longest; at++) {
      leftBlock[from + at] = blocks;
      rightBlock[best + at] = blocks;
    }
    return longest;
  }
}
