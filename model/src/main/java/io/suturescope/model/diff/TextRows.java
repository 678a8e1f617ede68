package io.suturescope.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lays two texts out side by side.
final class TextRows {

  private static final int AHEAD = 4;
  private static final int LARGE = 200;

  private final List<String> left;
  private final List<String> right;
  private final List<TextRow> rows;
  private final WordDiff words = new WordDiff();

  TextRows(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
    this.rows = new ArrayList<>(Math.max(left.size(), right.size()));
  }

  List<TextRow> of(List<Edit> edits) {
    int leftAt = 0;
    int rightAt = 0;
    for (Edit edit : edits) {
      same(leftAt, edit.leftFrom(), rightAt);
      differing(edit);
      leftAt = edit.leftTo();
      rightAt = edit.rightTo();
    }
    same(leftAt, left.size(), rightAt);
    return rows;
  }

  private void same(int leftFrom, int leftTo, int rightFrom) {
    for (int at = leftFrom; at < leftTo; at++) {
      rows.add(
          new TextRow(
              Change.SAME,
              OptionalInt.of(at),
              OptionalInt.of(rightFrom + at - leftFrom),
              List.of(),
              List.of()));
    }
  }

  /// Each removed line looks for a line like it among the next few added ones; in a large stretch
  /// only at the next one.
  private void differing(Edit edit) {
    int ahead = edit.removed() + edit.added() > LARGE ? 1 : AHEAD;
    int leftDone = edit.leftFrom();
    int rightDone = edit.rightFrom();
    for (int at = edit.leftFrom(); at < edit.leftTo(); at++) {
      int partner = rightDone;
      Optional<WordDiff.Words> found = Optional.empty();
      for (int end = Math.min(edit.rightTo(), rightDone + ahead); partner < end; partner++) {
        found = words.between(left.get(at), right.get(partner));
        if (found.isPresent()) {
          break;
        }
      }
      if (found.isPresent()) {
        removed(leftDone, at);
        added(rightDone, partner);
        rows.add(
            new TextRow(
                Change.CHANGED,
                OptionalInt.of(at),
                OptionalInt.of(partner),
                found.get().left(),
                found.get().right()));
        leftDone = at + 1;
        rightDone = partner + 1;
      }
    }
    removed(leftDone, edit.leftTo());
    added(rightDone, edit.rightTo());
  }

  private void removed(int from, int to) {
    for (int at = from; at < to; at++) {
      rows.add(
          new TextRow(
              Change.REMOVED, OptionalInt.of(at), OptionalInt.empty(), List.of(), List.of()));
    }
  }

  private void added(int from, int to) {
    for (int at = from; at < to; at++) {
      rows.add(
          new TextRow(Change.ADDED, OptionalInt.empty(), OptionalInt.of(at), List.of(), List.of()));
    }
  }
}
