package io.suturescope.model.bytecode;

import java.util.ArrayList;
import java.util.List;

/// The `CO_` bits that compilers set.
enum CodeFlag {
  OPTIMIZED(0x1),
  NEWLOCALS(0x2),
  VARARGS(0x4),
  VARKEYWORDS(0x8),
  NESTED(0x10),
  GENERATOR(0x20),
  NOFREE(0x40),
  COROUTINE(0x80),
  ITERABLE_COROUTINE(0x100),
  ASYNC_GENERATOR(0x200),
  FUTURE_DIVISION(0x2_0000),
  FUTURE_ABSOLUTE_IMPORT(0x4_0000),
  FUTURE_WITH_STATEMENT(0x8_0000),
  FUTURE_PRINT_FUNCTION(0x10_0000),
  FUTURE_UNICODE_LITERALS(0x20_0000),
  FUTURE_BARRY_AS_BDFL(0x40_0000),
  FUTURE_GENERATOR_STOP(0x80_0000),
  FUTURE_ANNOTATIONS(0x100_0000);

  private final int bit;

  CodeFlag(int bit) {
    this.bit = bit;
  }

  /// The names of the bits that are set, unknown ones in hexadecimal.
  static List<String> names(int flags) {
    List<String> names = new ArrayList<>();
    int rest = flags;
    for (CodeFlag flag : values()) {
      if ((flags & flag.bit) != 0) {
        names.add(flag.name());
        rest &= ~flag.bit;
      }
    }
    for (int unknown = rest; unknown != 0; unknown &= unknown - 1) {
      names.add("0x" + Integer.toHexString(Integer.lowestOneBit(unknown)));
    }
    return names;
  }
}
