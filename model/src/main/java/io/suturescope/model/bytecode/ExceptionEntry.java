package io.suturescope.model.bytecode;

/// One range of instructions with a handler.
///
/// @param start offset in bytes of the first instruction
/// @param end offset behind the last one, as `dis` counts it
/// @param target offset of the handler
/// @param depth height that the stack is cut to
/// @param lasti true when the offset of the failing instruction is pushed as well
public record ExceptionEntry(int start, int end, int target, int depth, boolean lasti) {}
