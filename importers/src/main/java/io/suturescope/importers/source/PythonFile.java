package io.suturescope.importers.source;

import io.suturescope.model.bytecode.Bytes;

/// A source file of a project as it is now.
///
/// @param name path inside the source
/// @param bytes at most 16 MiB
public record PythonFile(String name, Bytes bytes) {}
