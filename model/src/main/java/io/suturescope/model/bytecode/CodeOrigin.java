package io.suturescope.model.bytecode;

/// Where a code object says it comes from. All of it is text from the file, so it may lie.
///
/// @param filename a path as the compiler saw it
/// @param name the bare name
/// @param qualname the dotted name inside the module
/// @param firstLineNumber any 32-bit number, also negative
public record CodeOrigin(String filename, String name, String qualname, int firstLineNumber) {}
