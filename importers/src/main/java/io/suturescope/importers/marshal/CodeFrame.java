package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.PyValue;

/// A code object that is being read: five numbers, eight values, one number, two values
/// (codesuture.md 13).
final class CodeFrame extends Frame {
  private static final int PARTS = 10;
  private static final int PARTS_BEFORE_LINE = 8;

  private final CodeParts parts;
  private final int start;
  private final CodeShape shape;
  private final PyValue[] values = new PyValue[PARTS];
  private int count;
  private int firstLineNumber;

  CodeFrame(Cursor cursor, int slot, CodeParts parts) throws Malformed {
    super(slot);
    this.parts = parts;
    this.start = cursor.position() - 1;
    cursor.need(5L * Integer.BYTES);
    int argCount = cursor.int32();
    int posOnlyArgCount = cursor.int32();
    int kwOnlyArgCount = cursor.int32();
    int stackSize = cursor.int32();
    this.shape =
        new CodeShape(argCount, posOnlyArgCount, kwOnlyArgCount, stackSize, cursor.int32());
  }

  @Override
  boolean complete() {
    return count == PARTS;
  }

  @Override
  void add(PyValue part, Cursor cursor) throws Malformed {
    values[count++] = part;
    if (count == PARTS_BEFORE_LINE) {
      firstLineNumber = cursor.int32();
    }
  }

  @Override
  PyValue finish() throws Malformed {
    return parts.code(shape, values, firstLineNumber, start);
  }
}
