package io.suturescope.importers.marshal;

import static io.suturescope.importers.marshal.Frame.NO_SLOT;

import io.suturescope.model.bytecode.PyBool;
import io.suturescope.model.bytecode.PyBytes;
import io.suturescope.model.bytecode.PyEllipsis;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PyStopIteration;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads one value of CPython's marshal format, versions 0 to 5 (codesuture.md 13).
///
/// Nothing is executed. Depth is bounded by [#MAX_DEPTH], the number of values by [#MAX_VALUES],
/// the bytes by [#MAX_BYTES]; no declared size causes an allocation that the bytes at hand do not
/// back. Time and memory are proportional to the bytes. Values that refer to themselves are
/// refused.
public final class MarshalReader {
  /// The deepest nesting that is read, as in CPython; no value is deeper than that, also when
  /// references make it so.
  public static final int MAX_DEPTH = 2_000;

  /// The greatest number of values in one file, references included; real functions have thousands,
  /// and the smallest values cost a hundred bytes of memory each.
  public static final int MAX_VALUES = 1_000_000;

  /// The greatest number of bytes that are looked at: 64 MiB.
  public static final int MAX_BYTES = 64 << 20;

  private static final int REMEMBER = 0x80;

  private final Cursor cursor;
  private final References references = new References();
  private final CodeParts codeParts = new CodeParts();
  private final Deque<Frame> open = new ArrayDeque<>();
  private int values;

  // How many levels the value read last has: references make values deeper than the bytes nest.
  private int levels;
  private boolean sliceSeen;

  MarshalReader(byte[] bytes) {
    this.cursor = new Cursor(bytes);
  }

  /// Reads the value at the start of the bytes; what follows it is left alone.
  ///
  /// @param bytes not kept and not changed
  public static MarshalResult read(byte[] bytes) {
    return new MarshalReader(bytes).read();
  }

  MarshalResult read() {
    if (cursor.remaining() > MAX_BYTES) {
      return new MarshalResult.Failed("more than " + MAX_BYTES + " bytes", 0);
    }
    try {
      PyValue value = root();
      return new MarshalResult.Value(value, cursor.position());
    } catch (Malformed malformed) {
      return new MarshalResult.Failed(malformed.reason(), malformed.offset());
    }
  }

  /// True when a type was met that only marshal version 5 (CPython 3.14) writes.
  boolean sliceSeen() {
    return sliceSeen;
  }

  private PyValue root() throws Malformed {
    PyValue value = next();
    while (true) {
      Frame top = open.peek();
      if (value != null) {
        if (top == null) {
          return value;
        }
        top.add(value, levels, cursor);
      }
      value = top != null && top.complete() ? close(top) : next();
    }
  }

  private PyValue close(Frame frame) throws Malformed {
    open.pop();
    PyValue value = frame.finish();
    levels = frame.levels();
    if (levels > MAX_DEPTH) {
      throw tooDeep(cursor.position());
    }
    if (frame.slot() != NO_SLOT) {
      references.fill(frame.slot(), value, levels);
    }
    return value;
  }

  /// Reads up to the next whole value. Null: a value with parts was opened, or the open one ended.
  private @Nullable PyValue next() throws Malformed {
    int offset = cursor.position();
    int type = cursor.unsignedByte();
    if (++values > MAX_VALUES) {
      throw new Malformed("more than " + MAX_VALUES + " values", offset);
    }
    boolean remember = (type & REMEMBER) != 0;
    levels = 0;
    return switch (type & ~REMEMBER) {
      case 'N' -> PyNone.INSTANCE;
      case 'T' -> PyBool.TRUE;
      case 'F' -> PyBool.FALSE;
      case '.' -> PyEllipsis.INSTANCE;
      case 'S' -> PyStopIteration.INSTANCE;
      case 'r' -> {
        int slot = cursor.int32();
        PyValue value = references.get(slot, offset);
        levels = references.levels(slot);
        yield value;
      }
      case '0' -> {
        end(offset);
        yield null;
      }
      case '(', ')', '[', '<', '>', '{', ':', 'c' -> {
        opens(type & ~REMEMBER, offset, remember ? references.reserve() : NO_SLOT);
        yield null;
      }
      default -> leaf(type, offset, remember);
    };
  }

  private void end(int offset) throws Malformed {
    Frame top = open.peek();
    if (top == null) {
      throw new Malformed("end mark where a value is expected", offset);
    }
    top.end(offset);
  }

  private void opens(int type, int offset, int slot) throws Malformed {
    if (open.size() == MAX_DEPTH) {
      throw tooDeep(offset);
    }
    open.push(
        switch (type) {
          case '(' -> items(Frame.Kind.TUPLE, cursor.count(1, "tuple"), slot);
          case ')' -> items(Frame.Kind.TUPLE, cursor.unsignedByte(), slot);
          case '[' -> items(Frame.Kind.LIST, cursor.count(1, "list"), slot);
          case '<' -> items(Frame.Kind.SET, cursor.count(1, "set"), slot);
          case '>' -> items(Frame.Kind.FROZENSET, cursor.count(1, "frozenset"), slot);
          case '{' -> new Frame.Entries(slot);
          case ':' -> {
            sliceSeen = true;
            yield items(Frame.Kind.SLICE, 3, slot);
          }
          default -> new CodeFrame(cursor, slot, codeParts);
        });
  }

  private static Malformed tooDeep(int offset) {
    return new Malformed("nested deeper than " + MAX_DEPTH + " levels", offset);
  }

  private static Frame items(Frame.Kind kind, int count, int slot) {
    return new Frame.Items(kind, count, slot);
  }

  private PyValue leaf(int type, int offset, boolean remember) throws Malformed {
    PyValue value =
        switch (type & ~REMEMBER) {
          case 'z', 'Z' -> new PyText(cursor.latin1(cursor.unsignedByte()));
          case 'a', 'A' -> new PyText(cursor.latin1(cursor.count(1, "str")));
          case 'u', 't' -> cursor.utf8(cursor.count(1, "str"));
          case 's' -> new PyBytes(cursor.bytes(cursor.count(1, "bytes")));
          case 'i' -> Scalars.int32(cursor);
          case 'I' -> Scalars.int64(cursor);
          case 'l' -> Scalars.big(cursor);
          case 'f' -> Scalars.textFloat(cursor);
          case 'g' -> Scalars.binaryFloat(cursor);
          case 'x' -> Scalars.textComplex(cursor);
          case 'y' -> Scalars.binaryComplex(cursor);
          default -> throw new Malformed(String.format("unknown type code 0x%02x", type), offset);
        };
    if (remember) {
      references.fill(references.reserve(), value, 0);
    }
    return value;
  }
}
