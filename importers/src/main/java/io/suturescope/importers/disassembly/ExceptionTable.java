package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.ExceptionEntry;
import java.util.ArrayList;
import java.util.List;

/// Reads `co_exceptiontable` of CPython 3.11 and later: four numbers an entry, each a run of bytes
/// of six bits, highest first, all but the last with bit 0x40.
final class ExceptionTable {
  private static final int CONTINUED = 0x40;
  private static final int BITS = 6;
  private static final int VARINT_BYTES = 6;
  private static final int BROKEN = -1;

  private final Bytes table;
  private int next;

  private ExceptionTable(Bytes table) {
    this.table = table;
  }

  /// The entries up to the first damage, `limit` at most.
  static List<ExceptionEntry> entries(Bytes table, int limit) {
    ExceptionTable reading = new ExceptionTable(table);
    List<ExceptionEntry> entries = new ArrayList<>();
    while (entries.size() < limit) {
      int start = reading.varint();
      int length = reading.varint();
      int target = reading.varint();
      int depth = reading.varint();
      if (start < 0 || length < 0 || target < 0 || depth < 0) {
        break;
      }
      entries.add(
          new ExceptionEntry(
              2 * start, 2 * (start + length), 2 * target, depth >> 1, (depth & 1) != 0));
    }
    return entries;
  }

  private int varint() {
    int value = 0;
    for (int count = 0; count < VARINT_BYTES && next < table.size(); count++) {
      int part = table.at(next++);
      value = (value << BITS) | (part & (CONTINUED - 1));
      if ((part & CONTINUED) == 0) {
        return value;
      }
    }
    return BROKEN;
  }
}
