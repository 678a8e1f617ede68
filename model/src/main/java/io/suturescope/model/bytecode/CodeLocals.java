package io.suturescope.model.bytecode;

import java.util.ArrayList;
import java.util.List;

/// The local, cell and free variables of a code object (codesuture.md 13).
///
/// @param names one name a variable slot
/// @param kinds one byte a slot, made of the bits below; shorter than `names` only in damaged files
public record CodeLocals(List<String> names, Bytes kinds) {
  /// The variable is hidden (a comprehension inlined into its function).
  public static final int HIDDEN = 0x10;

  /// A plain local.
  public static final int LOCAL = 0x20;

  /// A local that inner functions see.
  public static final int CELL = 0x40;

  /// A variable of an outer function.
  public static final int FREE = 0x80;

  public CodeLocals {
    names = List.copyOf(names);
  }

  /// The names of the slots that have this bit, in slot order.
  public List<String> withKind(int bit) {
    List<String> found = new ArrayList<>();
    for (int slot = 0; slot < Math.min(names.size(), kinds.size()); slot++) {
      if ((kinds.at(slot) & bit) != 0) {
        found.add(names.get(slot));
      }
    }
    return List.copyOf(found);
  }
}
