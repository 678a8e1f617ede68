package io.suturescope.model.bytecode;

import io.suturescope.model.diff.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a patch changed in the bytecode of a function: offsets, jump targets, indexes of constants
/// and names, line shifts and caches are no differences.
///
/// An EXTENDED_ARG belongs to the instruction behind it, so it is never a difference by itself.
/// Where only one side needs it, its row is SAME and has no other side.
///
/// @param pairs the root first, then nested code objects, depth first
/// @param coarse why the diff is coarser than usual, as a sentence; empty when it is not
public record CodeDiff(List<Pair> pairs, Optional<String> coarse) {

  public CodeDiff {
    pairs = List.copyOf(pairs);
  }

  /// Compares two listings: instructions by what they do, nested code objects by their qualified
  /// names in order. The work is bounded, whatever the listings hold.
  public static CodeDiff between(Listing left, Listing right) {
    return new ListingComparison(left, right).diff();
  }

  /// All of a listing as added, for a patch whose original is not known.
  public static CodeDiff onlyRight(Listing right) {
    return ListingComparison.onlyRight(right);
  }

  /// One code object on both sides; one side is empty when it was added or removed.
  ///
  /// @param path of the right side, else of the left
  /// @param rows their left sides are all instructions of the left in order, their right sides all
  ///   of the right
  public record Pair(
      String path,
      Optional<CodeListing> left,
      Optional<CodeListing> right,
      List<Row> rows,
      List<Entry> constants,
      List<Entry> names,
      List<Entry> exceptionTable,
      List<Entry> flags) {

    public Pair {
      rows = List.copyOf(rows);
      constants = List.copyOf(constants);
      names = List.copyOf(names);
      exceptionTable = List.copyOf(exceptionTable);
      flags = List.copyOf(flags);
    }

    /// How many rows have this change.
    public long count(Change change) {
      return rows.stream().filter(row -> row.change() == change).count();
    }
  }

  /// One row, side by side. A MOVED instruction has two rows, one on each side.
  ///
  /// @param block links both ends of a moved block; empty for other rows
  public record Row(
      Change change, Optional<Instruction> left, Optional<Instruction> right, OptionalInt block) {}

  /// One constant, name, handler or flag; SAME ones are listed too.
  ///
  /// @param left as text; empty for an added one
  /// @param right as text; empty for a removed one
  public record Entry(Change change, String left, String right) {}
}
