package io.suturescope.importers.disassembly;

/// One opcode of one CPython minor version.
///
/// @param caches how many units of two bytes follow the instruction as space for the interpreter
/// @param jump how the argument names a target
/// @param meaning what the argument stands for
public record Opcode(int number, String name, int caches, Jump jump, Meaning meaning) {
  /// How an argument names the target of a jump, counted in units of two bytes.
  public enum Jump {
    /// No jump.
    NONE,
    /// Forward from the end of the instruction and its caches.
    FORWARD,
    /// Backward from the end of the instruction and its caches.
    BACKWARD,
    /// From the start of the code.
    ABSOLUTE
  }

  /// True when a compiler writes this opcode into code: the interpreter's own variants for tracing
  /// and the fillers are not.
  public boolean compiled() {
    return !name.startsWith("INSTRUMENTED_") && !name.equals("CACHE") && !name.equals("RESERVED");
  }

  /// The unit that a jump at `unit` with `argument` goes to; any number, when the code is damaged.
  public long target(int unit, long argument) {
    long next = unit + 1L + caches;
    return switch (jump) {
      case NONE -> next;
      case FORWARD -> next + argument;
      case BACKWARD -> next - argument;
      case ABSOLUTE -> argument;
    };
  }
}
