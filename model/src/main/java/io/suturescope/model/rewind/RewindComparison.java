package io.suturescope.model.rewind;

import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Two rewinds of one fingerprint side by side.
///
/// A timeline holds only the last events before a crash. So what stands before the first step that
/// both have says nothing, and is no difference.
///
/// @param rows of both, in order; of very long timelines only the last 500 steps
/// @param first index of the first row that differs; empty when none does
public record RewindComparison(List<Row> rows, OptionalInt first) {

  private static final int MOST_STEPS = 500;
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{1,16}");

  public RewindComparison {
    rows = List.copyOf(rows);
  }

  /// How a row differs.
  public enum Kind {
    /// Not common because one timeline begins earlier.
    BEFORE_COMMON,
    SAME,
    /// Same place in the code, other values.
    VALUES,
    /// Only one of the two came this way.
    PATH
  }

  /// @param left index of the step on the left; empty when there is none
  /// @param right likewise
  /// @param differing names of variables with other values; `return` and `exception` for those
  public record Row(OptionalInt left, OptionalInt right, Kind kind, List<String> differing) {

    public Row {
      differing = List.copyOf(differing);
    }
  }

  /// The first row that differs.
  public Optional<Row> firstDifference() {
    return first.isPresent() ? Optional.of(rows.get(first.getAsInt())) : Optional.empty();
  }

  /// Aligns by event, function and line. Addresses of objects are no difference.
  public static RewindComparison of(Rewind left, Rewind right) {
    return new RewindComparison.Alignment(left.events(), right.events()).compare();
  }

  private static final class Alignment {
    private final List<RewindEvent> left;
    private final List<RewindEvent> right;
    private final int leftFrom;
    private final int rightFrom;
    private final List<Row> rows = new ArrayList<>();
    private boolean common;

    Alignment(List<RewindEvent> left, List<RewindEvent> right) {
      this.left = left;
      this.right = right;
      this.leftFrom = Math.max(0, left.size() - MOST_STEPS);
      this.rightFrom = Math.max(0, right.size() - MOST_STEPS);
    }

    RewindComparison compare() {
      int[][] longest = longest();
      int i = leftFrom;
      int j = rightFrom;
      while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && isSamePlace(left.get(i), right.get(j))) {
          pair(i++, j++);
        } else if (j >= right.size()
            || (i < left.size() && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
          alone(OptionalInt.of(i++), OptionalInt.empty());
        } else {
          alone(OptionalInt.empty(), OptionalInt.of(j++));
        }
      }
      return new RewindComparison(rows, first());
    }

    private OptionalInt first() {
      for (int i = 0; i < rows.size(); i++) {
        Kind kind = rows.get(i).kind();
        if (kind == Kind.VALUES || kind == Kind.PATH) {
          return OptionalInt.of(i);
        }
      }
      return OptionalInt.empty();
    }

    private int at(int[][] longest, int i, int j) {
      return longest[i - leftFrom][j - rightFrom];
    }

    /// The longest common way from each pair of steps on.
    private int[][] longest() {
      int height = left.size() - leftFrom;
      int width = right.size() - rightFrom;
      int[][] longest = new int[height + 1][width + 1];
      for (int i = height - 1; i >= 0; i--) {
        for (int j = width - 1; j >= 0; j--) {
          longest[i][j] =
              isSamePlace(left.get(leftFrom + i), right.get(rightFrom + j))
                  ? longest[i + 1][j + 1] + 1
                  : Math.max(longest[i + 1][j], longest[i][j + 1]);
        }
      }
      return longest;
    }

    private void pair(int i, int j) {
      common = true;
      List<String> differing = differing(left.get(i), right.get(j));
      Kind kind = differing.isEmpty() ? Kind.SAME : Kind.VALUES;
      rows.add(new Row(OptionalInt.of(i), OptionalInt.of(j), kind, differing));
    }

    private void alone(OptionalInt i, OptionalInt j) {
      rows.add(new Row(i, j, common ? Kind.PATH : Kind.BEFORE_COMMON, List.of()));
    }

    private static boolean isSamePlace(RewindEvent a, RewindEvent b) {
      return a.lineNumber() == b.lineNumber()
          && a.event().equals(b.event())
          && a.function().equals(b.function())
          && a.module().equals(b.module());
    }

    private static List<String> differing(RewindEvent a, RewindEvent b) {
      Map<String, String> left = values(a);
      Map<String, String> right = values(b);
      TreeSet<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      List<String> differing = new ArrayList<>();
      for (String name : names) {
        if (!left.getOrDefault(name, "").equals(right.getOrDefault(name, ""))) {
          differing.add(name);
        }
      }
      if (!plain(a.returned()).equals(plain(b.returned()))) {
        differing.add("return");
      }
      if (!plain(a.exception()).equals(plain(b.exception()))) {
        differing.add("exception");
      }
      return differing;
    }

    private static Map<String, String> values(RewindEvent event) {
      Map<String, String> values = new LinkedHashMap<>();
      for (MaskedVariable v : event.arguments()) {
        values.put(v.name(), plain(v.shape()));
      }
      for (MaskedVariable v : event.locals()) {
        values.put(v.name(), plain(v.shape()));
      }
      return values;
    }

    private static String plain(String value) {
      return value.contains("0x") ? ADDRESS.matcher(value).replaceAll("0x") : value;
    }
  }
}
