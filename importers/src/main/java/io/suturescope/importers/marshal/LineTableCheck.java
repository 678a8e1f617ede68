package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.Bytes;
import java.util.Optional;

/// Tells whether a line table (the location table of CPython 3.11 and later) can be decoded.
///
/// An entry is one byte with the top bit set, which holds a form and a number of units, and the
/// bytes of that form, which have the top bit clear.
final class LineTableCheck {
  private static final int CONTINUED = 0x40;
  private static final int VARINT_BYTES = 6;
  private static final int LONG_FORM = 14;
  private static final int NO_COLUMNS = 13;
  private static final int NOTHING = 15;
  private static final int ONE_LINE = 10;

  private final Bytes table;
  private int position;

  private LineTableCheck(Bytes table) {
    this.table = table;
  }

  /// What is wrong with the table of a code object of `units` instructions and caches.
  static Optional<String> damage(Bytes table, int units) {
    LineTableCheck check = new LineTableCheck(table);
    long covered = 0;
    while (check.position < table.size()) {
      int start = check.position;
      int head = table.at(check.position++);
      if (head < 0x80 || !check.skip((head >> 3) & 15)) {
        return Optional.of("the line table is broken at byte " + start);
      }
      covered += (head & 7) + 1;
    }
    return covered > units ? Optional.of("the line table goes beyond the code") : Optional.empty();
  }

  private boolean skip(int form) {
    return switch (form) {
      case NOTHING -> true;
      case LONG_FORM -> varints(4);
      case NO_COLUMNS -> varints(1);
      default -> form < ONE_LINE ? plain(1) : plain(2);
    };
  }

  private boolean plain(int count) {
    for (int index = 0; index < count; index++) {
      if (position == table.size() || table.at(position++) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private boolean varints(int count) {
    for (int index = 0; index < count; index++) {
      if (!varint()) {
        return false;
      }
    }
    return true;
  }

  private boolean varint() {
    for (int count = 0; count < VARINT_BYTES; count++) {
      if (!plain(1)) {
        return false;
      }
      if ((table.at(position - 1) & CONTINUED) == 0) {
        return true;
      }
    }
    return false;
  }
}
