package io.suturescope.importers.original;

import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// A `.pyc` that was read.
///
/// @param file path inside the source
/// @param python by the magic number
/// @param sourceSize what the header says of the `.py`, modulo 2^32; empty when it holds a hash
/// @param codes the module and every code object inside it
record CompiledModule(
    String file, String sha256, String python, OptionalLong sourceSize, List<PyCode> codes) {

  CompiledModule {
    codes = List.copyOf(codes);
  }

  /// The code objects in the constants of `root`, each once, `root` first. Values may be shared, so
  /// that a small file describes a huge tree.
  static List<PyCode> codes(PyCode root) {
    List<PyCode> found = new ArrayList<>();
    Set<PyValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<PyCode> waiting = new ArrayDeque<>(List.of(root));
    seen.add(root);
    while (!waiting.isEmpty()) {
      PyCode code = waiting.poll();
      found.add(code);
      PyTuple constants = code.constants();
      if (seen.add(constants)) {
        for (PyValue constant : constants.items()) {
          if (constant instanceof PyCode inner && seen.add(inner)) {
            waiting.add(inner);
          }
        }
      }
    }
    return found;
  }
}
