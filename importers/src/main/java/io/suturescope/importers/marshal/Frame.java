package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyDict;
import io.suturescope.model.bytecode.PyList;
import io.suturescope.model.bytecode.PySet;
import io.suturescope.model.bytecode.PySlice;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A value whose parts are still being read.
abstract sealed class Frame permits Frame.Items, Frame.Entries, CodeFrame {
  /// No slot for references was asked for.
  static final int NO_SLOT = -1;

  private final int slot;
  private int partLevels;

  Frame(int slot) {
    this.slot = slot;
  }

  /// The reference slot that waits for this value, or [#NO_SLOT].
  final int slot() {
    return slot;
  }

  /// True when no part is missing.
  abstract boolean complete();

  /// Takes the next part, which has `levels` levels of its own.
  final void add(PyValue part, int levels, Cursor cursor) throws Malformed {
    partLevels = Math.max(partLevels, levels);
    add(part, cursor);
  }

  /// How many levels the parts read so far and this value make.
  final int levels() {
    return partLevels + 1;
  }

  abstract void add(PyValue part, Cursor cursor) throws Malformed;

  /// The mark for "no more" was read in place of a part.
  void end(int offset) throws Malformed {
    throw new Malformed("end mark where a value is expected", offset);
  }

  abstract PyValue finish() throws Malformed;

  /// What a run of values becomes.
  enum Kind {
    TUPLE,
    LIST,
    SET,
    FROZENSET,
    SLICE;

    PyValue of(List<PyValue> items) {
      return switch (this) {
        case TUPLE -> new PyTuple(items);
        case LIST -> new PyList(items);
        case SET -> new PySet(items, false);
        case FROZENSET -> new PySet(items, true);
        case SLICE -> new PySlice(items.get(0), items.get(1), items.get(2));
      };
    }
  }

  /// A declared number of values.
  static final class Items extends Frame {
    /// A declared size alone reserves no more than this; the rest grows with what is there.
    private static final int TRUSTED = 64;

    private final Kind kind;
    private final int declared;
    private PyValue[] items;
    private int count;

    Items(Kind kind, int declared, int slot) {
      super(slot);
      this.kind = kind;
      this.declared = declared;
      this.items = new PyValue[Math.min(declared, TRUSTED)];
    }

    @Override
    boolean complete() {
      return count == declared;
    }

    @Override
    void add(PyValue part, Cursor cursor) {
      if (count == items.length) {
        items = Arrays.copyOf(items, Math.min(declared, count * 2));
      }
      items[count++] = part;
    }

    @Override
    PyValue finish() {
      return kind.of(List.of(items));
    }
  }

  /// Keys and values up to an end mark.
  static final class Entries extends Frame {
    private final List<PyDict.Entry> entries = new ArrayList<>();
    private Optional<PyValue> key = Optional.empty();
    private boolean ended;

    Entries(int slot) {
      super(slot);
    }

    @Override
    boolean complete() {
      return ended;
    }

    @Override
    void add(PyValue part, Cursor cursor) {
      if (key.isPresent()) {
        entries.add(new PyDict.Entry(key.get(), part));
        key = Optional.empty();
      } else {
        key = Optional.of(part);
      }
    }

    @Override
    void end(int offset) throws Malformed {
      if (key.isPresent()) {
        super.end(offset);
      }
      ended = true;
    }

    @Override
    PyValue finish() {
      return new PyDict(entries);
    }
  }
}
