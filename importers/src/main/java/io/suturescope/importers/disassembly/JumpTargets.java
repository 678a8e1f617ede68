package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Bytes;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The offsets in a code object that jumps go to; `dis` of 3.13 and later numbers them from 1.
final class JumpTargets {
  private final int[] offsets;

  private JumpTargets(int[] offsets) {
    this.offsets = offsets;
  }

  /// Looks at no more than `limit` instructions.
  static JumpTargets of(Bytes code, OpcodeTable table, int limit) {
    IntStream.Builder found = IntStream.builder();
    UnitWalk walk = new UnitWalk(code, table);
    for (int count = 0; count < limit && walk.step(); count++) {
      walk.target().ifPresent(found);
    }
    return new JumpTargets(found.build().sorted().distinct().toArray());
  }

  boolean contains(int offset) {
    return Arrays.binarySearch(offsets, offset) >= 0;
  }

  /// The number of the label at an offset that [#contains].
  int label(int offset) {
    return Arrays.binarySearch(offsets, offset) + 1;
  }
}
