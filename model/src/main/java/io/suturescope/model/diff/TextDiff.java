package io.suturescope.model.diff;

import java.util.List;
import java.util.Optional;

/// Two texts, aligned.
///
/// @param coarse why the diff is coarser than usual, as a sentence; empty when it is not
public record TextDiff(
    List<String> left, List<String> right, List<TextRow> rows, Optional<String> coarse) {

  public TextDiff {
    left = List.copyOf(left);
    right = List.copyOf(right);
    rows = List.copyOf(rows);
  }
}
