package io.suturescope.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All stretches that differ, in order; what lies between them is the same on both sides.
///
/// @param coarse why there may be more differences than needed, as a sentence; empty when not
public record Edits(List<Edit> edits, Optional<String> coarse) {

  public Edits {
    edits = List.copyOf(edits);
  }

  /// The gaps of a matching.
  ///
  /// @param match for each element of the left its partner on the right, rising, or -1
  static Edits ofMatching(int[] match, int rightSize, Optional<String> coarse) {
    List<Edit> edits = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < match.length || right < rightSize) {
      int leftTo = left;
      while (leftTo < match.length && match[leftTo] < 0) {
        leftTo++;
      }
      int rightTo = leftTo < match.length ? match[leftTo] : rightSize;
      if (leftTo > left || rightTo > right) {
        edits.add(new Edit(left, leftTo, right, rightTo));
      }
      left = leftTo + 1;
      right = rightTo + 1;
    }
    return new Edits(edits, coarse);
  }

  /// How many elements were removed and added, together.
  public int size() {
    int size = 0;
    for (Edit edit : edits) {
      size += edit.removed() + edit.added();
    }
    return size;
  }
}
