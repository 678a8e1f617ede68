package io.suturescope.model.bytecode;

import io.suturescope.model.bytecode.CodeDiff.Entry;
import io.suturescope.model.diff.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Compares which instructions have handlers, by the instructions and not by their offsets.
final class HandlerEntries {

  private final CodeListing before;
  private final CodeListing after;
  private final CodePlaces places;

  HandlerEntries(CodeListing before, CodeListing after, CodePlaces places) {
    this.before = before;
    this.after = after;
    this.places = places;
  }

  /// The handlers of a code object, one text each.
  static List<String> texts(CodeListing code) {
    Map<Integer, Integer> lines = lines(code);
    return code.exceptionTable().stream().map(entry -> text(entry, lines)).toList();
  }

  List<Entry> entries() {
    List<String> leftTexts = texts(before);
    List<String> rightTexts = texts(after);
    Map<List<Object>, Deque<Integer>> waiting = new HashMap<>();
    for (int at = 0; at < leftTexts.size(); at++) {
      List<Object> key = leftKey(before.exceptionTable().get(at));
      waiting.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(at);
    }
    boolean[] found = new boolean[leftTexts.size()];
    List<Entry> entries = new ArrayList<>();
    for (int at = 0; at < rightTexts.size(); at++) {
      List<Object> key = rightKey(after.exceptionTable().get(at));
      Integer partner = waiting.getOrDefault(key, new ArrayDeque<>()).pollFirst();
      if (partner == null) {
        entries.add(new Entry(Change.ADDED, "", rightTexts.get(at)));
      } else {
        found[partner] = true;
        entries.add(new Entry(Change.SAME, leftTexts.get(partner), rightTexts.get(at)));
      }
    }
    for (int at = 0; at < found.length; at++) {
      if (!found[at]) {
        entries.add(new Entry(Change.REMOVED, leftTexts.get(at), ""));
      }
    }
    return entries;
  }

  private List<Object> leftKey(ExceptionEntry entry) {
    return List.of(
        places.ofLeft(entry.start()),
        places.ofLeft(entry.end()),
        places.ofLeft(entry.target()),
        entry.depth(),
        entry.lasti());
  }

  private List<Object> rightKey(ExceptionEntry entry) {
    return List.of(
        places.ofRight(entry.start()),
        places.ofRight(entry.end()),
        places.ofRight(entry.target()),
        entry.depth(),
        entry.lasti());
  }

  /// The lines of the instructions by their offsets.
  private static Map<Integer, Integer> lines(CodeListing code) {
    Map<Integer, Integer> lines = HashMap.newHashMap(code.instructions().size());
    int last = 0;
    for (Instruction instruction : code.instructions()) {
      OptionalInt line = instruction.line();
      last = line.isPresent() ? line.getAsInt() : last;
      lines.put(instruction.offset(), last);
    }
    return lines;
  }

  /// Such as `line 14, 4 to 20 -> handler at 26, depth 0`.
  private static String text(ExceptionEntry entry, Map<Integer, Integer> lines) {
    Integer line = lines.get(entry.start());
    return (line == null ? "" : "line " + line + ", ")
        + (entry.start() + " to " + entry.end() + " -> handler at " + entry.target())
        + (", depth " + entry.depth() + (entry.lasti() ? ", lasti" : ""));
  }
}
