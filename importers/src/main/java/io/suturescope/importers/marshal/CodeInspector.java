package io.suturescope.importers.marshal;

import io.suturescope.importers.disassembly.OpcodeTable;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Reads a `.code` file, tells which CPython versions its opcodes fit, and warns of damage
/// (codesuture.md 2 and 13).
///
/// Time and memory are proportional to the bytes, whatever they are; nothing is executed.
public final class CodeInspector {
  private final Warnings warnings = new Warnings();
  private final List<OpcodeWalk> walks = OpcodeTable.ALL.stream().map(OpcodeWalk::new).toList();

  private CodeInspector() {}

  /// Inspects the whole content of a `.code` or `.orig.code` file.
  ///
  /// @param bytes not kept and not changed
  public static CodeInspection inspect(byte[] bytes) {
    MarshalReader reader = new MarshalReader(bytes);
    return switch (reader.read()) {
      case MarshalResult.Failed(String reason, long offset) ->
          new CodeInspection.Unreadable(reason, offset);
      case MarshalResult.Value(PyCode root, int consumed) ->
          new CodeInspector().readable(root, bytes.length, consumed, reader.sliceSeen());
      case MarshalResult.Value(PyValue _, int _) ->
          new CodeInspection.Unreadable("not a code object", 0);
    };
  }

  private CodeInspection readable(PyCode root, int size, int consumed, boolean sliceSeen) {
    if (consumed < size) {
      warnings.add((size - consumed) + " bytes follow the code and are ignored");
    }
    List<PyCode> codes = codes(root);
    CodeChecks checks = new CodeChecks(warnings, size);
    codes.stream().takeWhile(checks::accepts).forEach(this::walk);
    List<OpcodeWalk> fitting =
        walks.stream()
            .filter(OpcodeWalk::fits)
            .filter(walk -> !sliceSeen || walk.python().equals("3.14"))
            .toList();
    opcodeWarnings(fitting);
    return new CodeInspection.Readable(
        root, fitting.stream().map(OpcodeWalk::python).toList(), warnings.all());
  }

  private void walk(PyCode code) {
    walks.stream().filter(OpcodeWalk::fits).forEach(walk -> walk.add(code));
  }

  private void opcodeWarnings(List<OpcodeWalk> fitting) {
    if (fitting.isEmpty()) {
      walks.stream()
          .max(Comparator.comparingInt(OpcodeWalk::fitting))
          .flatMap(OpcodeWalk::misfit)
          .ifPresent(misfit -> warnings.add("fits no known Python: " + misfit));
    } else if (fitting.stream().allMatch(walk -> walk.strayJump().isPresent())) {
      fitting.getFirst().strayJump().ifPresent(warnings::add);
    }
  }

  /// The code objects inside the constants of `root`, each once, `root` first.
  private static List<PyCode> codes(PyCode root) {
    List<PyCode> found = new ArrayList<>();
    Set<PyValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<PyCode> waiting = new ArrayDeque<>(List.of(root));
    seen.add(root);
    while (!waiting.isEmpty()) {
      PyCode code = waiting.poll();
      found.add(code);
      if (!seen.add(code.constants())) {
        continue;
      }
      for (PyValue constant : code.consts()) {
        if (constant instanceof PyCode inner && seen.add(inner)) {
          waiting.add(inner);
        }
      }
    }
    return found;
  }
}
