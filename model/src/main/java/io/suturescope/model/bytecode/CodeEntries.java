package io.suturescope.model.bytecode;

import io.suturescope.model.bytecode.CodeDiff.Entry;
import io.suturescope.model.diff.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares what stands beside the instructions, as text without order: constants, names, flags.
final class CodeEntries {

  private CodeEntries() {}

  static List<Entry> constants(PyCode before, PyCode after) {
    return compared(constants(before), constants(after));
  }

  static List<Entry> names(PyCode before, PyCode after) {
    return compared(names(before), names(after));
  }

  /// The flags, and the numbers of parameters; the size of the stack follows from the instructions.
  static List<Entry> flags(PyCode before, PyCode after) {
    return compared(flags(before), flags(after));
  }

  static List<Entry> whole(List<String> texts, Change change) {
    return texts.stream()
        .map(text -> change == Change.ADDED ? entry(change, "", text) : entry(change, text, ""))
        .toList();
  }

  static List<String> constants(PyCode code) {
    ConstantTexts texts = new ConstantTexts();
    return code.consts().stream().map(texts::of).toList();
  }

  /// Names as they are, variables with what they are before them.
  static List<String> names(PyCode code) {
    List<String> names = new ArrayList<>(code.names());
    code.varnames().forEach(name -> names.add("local " + name));
    code.cellvars().forEach(name -> names.add("cell " + name));
    code.freevars().forEach(name -> names.add("free " + name));
    return names;
  }

  static List<String> flags(PyCode code) {
    List<String> flags = new ArrayList<>(CodeFlag.names(code.flags()));
    flags.add("argcount " + code.argcount());
    flags.add("posonlyargcount " + code.posonlyargcount());
    flags.add("kwonlyargcount " + code.kwonlyargcount());
    return flags;
  }

  /// What is there now, in its order, then what is gone; each as often as it occurs.
  private static List<Entry> compared(List<String> before, List<String> after) {
    Map<String, Integer> rest = new HashMap<>();
    before.forEach(text -> rest.merge(text, 1, Integer::sum));
    List<Entry> entries = new ArrayList<>();
    for (String text : after) {
      int count = rest.getOrDefault(text, 0);
      rest.put(text, count - 1);
      entries.add(count > 0 ? entry(Change.SAME, text, text) : entry(Change.ADDED, "", text));
    }
    for (String text : before) {
      int count = rest.getOrDefault(text, 0);
      if (count > 0) {
        rest.put(text, count - 1);
        entries.add(entry(Change.REMOVED, text, ""));
      }
    }
    return entries;
  }

  private static Entry entry(Change change, String left, String right) {
    return new Entry(change, left, right);
  }
}
