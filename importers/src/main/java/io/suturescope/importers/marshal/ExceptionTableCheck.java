package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.Bytes;
import java.util.Optional;

/// Tells whether an exception table (CPython 3.11 and later) can be decoded and stays in the code.
///
/// An entry is four numbers: start, length, handler, depth. A number is a run of bytes of six bits,
/// highest first, all but the last with bit 0x40; the first byte of an entry alone has bit 0x80.
final class ExceptionTableCheck {
  private static final int ENTRY_START = 0x80;
  private static final int CONTINUED = 0x40;
  private static final int BITS = 6;
  private static final int VARINT_BYTES = 6;
  private static final long BROKEN = -1;

  private final Bytes table;
  private int position;

  private ExceptionTableCheck(Bytes table) {
    this.table = table;
  }

  /// What is wrong with the table of a code object of `units` instructions and caches.
  static Optional<String> damage(Bytes table, int units) {
    ExceptionTableCheck check = new ExceptionTableCheck(table);
    while (check.position < table.size()) {
      int entry = check.position;
      long start = check.varint(ENTRY_START);
      long length = check.varint(0);
      long handler = check.varint(0);
      long depth = check.varint(0);
      if (start < 0 || length < 0 || handler < 0 || depth < 0) {
        return Optional.of("the exception table is broken at byte " + entry);
      }
      if (start + length > units || handler >= units) {
        return Optional.of("the exception table goes beyond the code");
      }
    }
    return Optional.empty();
  }

  private long varint(int mark) {
    long value = 0;
    for (int count = 0; count < VARINT_BYTES && position < table.size(); count++) {
      int next = table.at(position++);
      if ((next & ENTRY_START) != (count == 0 ? mark : 0)) {
        return BROKEN;
      }
      value = (value << BITS) | (next & (CONTINUED - 1));
      if ((next & CONTINUED) == 0) {
        return value;
      }
    }
    return BROKEN;
  }
}
