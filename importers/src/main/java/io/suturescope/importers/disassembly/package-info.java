/// Python bytecode: opcode tables as data, one for each CPython minor version.
@NullMarked
package io.suturescope.importers.disassembly;

import org.jspecify.annotations.NullMarked;
