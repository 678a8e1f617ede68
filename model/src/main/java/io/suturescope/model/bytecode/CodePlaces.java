package io.suturescope.model.bytecode;

import java.util.List;
import java.util.Map;

/// Tells whether an offset on the left and one on the right are the same place.
///
/// Code that was put in before an instruction, or took the place of some, does not make it another
/// place to arrive at: execution goes on to the same instruction.
final class CodePlaces {

  private final Map<Integer, Integer> leftUnits;
  private final Map<Integer, Integer> rightUnits;
  private final int[] leftPlaces;
  private final int[] rightPlaces;
  private final boolean[] rightMatched;

  /// @param match for each unit of the left its partner on the right, or -1
  CodePlaces(List<Unit> left, List<Unit> right, int[] match) {
    this.leftUnits = Unit.byOffset(left);
    this.rightUnits = Unit.byOffset(right);
    this.leftPlaces = new int[left.size() + 1];
    this.rightPlaces = new int[right.size() + 1];
    this.rightMatched = new boolean[right.size() + 1];
    leftPlaces[left.size()] = right.size();
    for (int at = left.size() - 1; at >= 0; at--) {
      leftPlaces[at] = match[at] < 0 ? leftPlaces[at + 1] : match[at];
      if (match[at] >= 0) {
        rightMatched[match[at]] = true;
      }
    }
    rightPlaces[right.size()] = right.size();
    for (int at = right.size() - 1; at >= 0; at--) {
      rightPlaces[at] = rightMatched[at] ? at : rightPlaces[at + 1];
    }
  }

  /// True when a jump arrives at the same instruction, or at the first of those put in before it.
  boolean sameTarget(int leftOffset, int rightOffset) {
    int leftUnit = leftUnits.getOrDefault(leftOffset, -1);
    int rightUnit = rightUnits.getOrDefault(rightOffset, -1);
    if (leftUnit < 0 || rightUnit < 0) {
      return leftUnit == rightUnit;
    }
    boolean head = rightMatched[rightUnit] || rightUnit == 0 || rightMatched[rightUnit - 1];
    return head && leftPlaces[leftUnit] == rightPlaces[rightUnit];
  }

  /// A number that is the same for the same place on both sides.
  int ofLeft(int offset) {
    return leftPlaces[leftUnits.getOrDefault(offset, leftPlaces.length - 1)];
  }

  int ofRight(int offset) {
    return rightPlaces[rightUnits.getOrDefault(offset, rightPlaces.length - 1)];
  }
}
