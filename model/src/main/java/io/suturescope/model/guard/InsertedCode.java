package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Says what a patch inserted, from the difference to the original.
final class InsertedCode {
  private static final List<String> NUMBERS =
      List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  private InsertedCode() {}

  static String of(CodeDiff.Pair pair) {
    long added = pair.count(Change.ADDED);
    long other = pair.count(Change.REMOVED) + pair.count(Change.CHANGED) + pair.count(Change.MOVED);
    if (added + other == 0) {
      return "No instruction was inserted, removed or changed.";
    }
    String inserted = count(added) + " inserted" + where(pair) + ".";
    String rest =
        other == 0
            ? " Nothing else in the function changed: "
            : " " + count(other) + " removed or replaced. Besides: ";
    return inserted + rest + besides(pair) + ".";
  }

  /// What changed besides the instructions, then what did not.
  private static String besides(CodeDiff.Pair pair) {
    Map<String, List<CodeDiff.Entry>> all = new LinkedHashMap<>();
    all.put("constants", pair.constants());
    all.put("names", pair.names());
    all.put("exception table", pair.exceptionTable());
    all.put("flags", pair.flags());
    StringBuilder text = new StringBuilder();
    List<String> same = new ArrayList<>();
    all.forEach((what, entries) -> {
      String changes = changes(entries);
      if (changes.isEmpty()) {
        same.add(what);
      } else {
        text.append(what).append(' ').append(changes).append("; ");
      }
    });
    if (same.isEmpty()) {
      return text.substring(0, text.length() - 2);
    }
    String last = same.removeLast();
    return text + (same.isEmpty() ? "" : String.join(", ", same) + " and ") + last + " as before";
  }

  private static String count(long count) {
    String number = count < NUMBERS.size() ? NUMBERS.get((int) count) : String.valueOf(count);
    return number + (count == 1 ? " instruction was" : " instructions were");
  }

  private static String where(CodeDiff.Pair pair) {
    List<OptionalInt> places = new ArrayList<>();
    boolean inside = false;
    for (CodeDiff.Row row : pair.rows()) {
      boolean added = row.change() == Change.ADDED;
      if (!added && inside) {
        places.add(row.right().map(i -> i.line()).orElse(OptionalInt.empty()));
      }
      inside = added || (inside && row.change() == Change.REMOVED);
    }
    String first =
        places.isEmpty() || places.getFirst().isEmpty()
            ? ""
            : (places.size() > 1 ? ", the first" : "")
                + " before the code of line "
                + places.getFirst().getAsInt();
    return (places.size() > 1 ? " in " + places.size() + " places" : "") + first;
  }

  private static String changes(List<CodeDiff.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.change() != Change.SAME)
        .map(InsertedCode::entry)
        .collect(Collectors.joining(", "));
  }

  private static String entry(CodeDiff.Entry entry) {
    return switch (entry.change()) {
      case ADDED -> "`+" + entry.right() + "`";
      case REMOVED -> "`-" + entry.left() + "`";
      default -> "`" + entry.left() + "` now `" + entry.right() + "`";
    };
  }
}
