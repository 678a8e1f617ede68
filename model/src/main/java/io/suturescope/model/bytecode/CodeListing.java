package io.suturescope.model.bytecode;

import java.util.List;

/// One code object, disassembled.
///
/// @param path `root`, then `root/const[3]` and so on: where it lies among the constants
/// @param instructions in order, EXTENDED_ARG included, caches left out
/// @param cut why the listing ends early; empty when it is whole
public record CodeListing(
    String path,
    PyCode code,
    List<Instruction> instructions,
    List<ExceptionEntry> exceptionTable,
    String cut) {

  public CodeListing {
    instructions = List.copyOf(instructions);
    exceptionTable = List.copyOf(exceptionTable);
  }
}
