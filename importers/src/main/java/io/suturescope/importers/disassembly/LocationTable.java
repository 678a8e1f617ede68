package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.Position;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the location table of CPython 3.11 and later (`co_linetable`) beside the code.
///
/// An entry is one byte with a form (bits 3 to 6) and a number of units less one (bits 0 to 2),
/// then the bytes of the form. Lines count on from the entry before. A table that is damaged says
/// nothing about the units after the damage.
final class LocationTable {
  private static final int NOTHING = 15;
  private static final int LONG_FORM = 14;
  private static final int NO_COLUMNS = 13;
  private static final int ONE_LINE = 10;
  private static final int CONTINUED = 0x40;
  private static final int BITS = 6;

  private final Bytes table;
  private int next;
  private int line;
  private int endOfEntry;
  private Optional<Position> position = Optional.empty();

  LocationTable(Bytes table, int firstLine) {
    this.table = table;
    this.line = firstLine;
  }

  /// Moves to a unit; units must not go down.
  void moveTo(int unit) {
    while (unit >= endOfEntry && next < table.size()) {
      entry();
    }
    if (unit >= endOfEntry) {
      position = Optional.empty();
    }
  }

  Optional<Position> position() {
    return position;
  }

  OptionalInt line() {
    return position.isPresent() ? OptionalInt.of(position.get().line()) : OptionalInt.empty();
  }

  private void entry() {
    int head = table.at(next++);
    if (head < 0x80) {
      next = table.size();
      return;
    }
    endOfEntry += (head & 7) + 1;
    int form = (head >> 3) & 15;
    position =
        switch (form) {
          case NOTHING -> Optional.empty();
          case LONG_FORM -> longForm();
          case NO_COLUMNS -> {
            line += signed();
            yield located(line, Position.UNKNOWN, Position.UNKNOWN);
          }
          default -> form >= ONE_LINE ? oneLine(form - ONE_LINE) : shortForm(form);
        };
  }

  private Optional<Position> longForm() {
    line += signed();
    int endLine = line + varint();
    int column = varint() - 1;
    int endColumn = varint() - 1;
    return Optional.of(new Position(line, endLine, column, endColumn));
  }

  private Optional<Position> oneLine(int lines) {
    line += lines;
    int column = plain();
    return located(line, column, plain());
  }

  private Optional<Position> shortForm(int form) {
    int rest = plain();
    int column = (form << 3) | (rest >> 4);
    return located(line, column, column + (rest & 15));
  }

  private static Optional<Position> located(int line, int column, int endColumn) {
    return Optional.of(new Position(line, line, column, endColumn));
  }

  private int signed() {
    int value = varint();
    return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
  }

  private int varint() {
    int value = 0;
    int shift = 0;
    int part;
    do {
      part = plain();
      value |= (part & (CONTINUED - 1)) << shift;
      shift += BITS;
    } while ((part & CONTINUED) != 0 && shift < Integer.SIZE);
    return value;
  }

  /// The next byte of an entry; 0 behind the end.
  private int plain() {
    return next < table.size() ? table.at(next++) : 0;
  }
}
