package io.suturescope.model.bytecode;

import java.util.Optional;
import java.util.OptionalInt;

/// One instruction as `dis` of its Python shows it; caches belong to the instruction before them.
///
/// @param offset of the instruction itself, in bytes from the start of the code
/// @param arg the argument with its EXTENDED_ARG prefixes; empty for opcodes that take none
/// @param argrepr the argument as `dis` prints it; may be empty
/// @param line of the source; empty where the code has none
public record Instruction(
    int offset,
    String opname,
    int opcode,
    OptionalInt arg,
    String argrepr,
    Operand operand,
    boolean jumpTarget,
    OptionalInt line,
    Optional<Position> position) {}
