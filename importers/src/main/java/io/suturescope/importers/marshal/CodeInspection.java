package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyCode;
import java.util.List;

/// What a `.code` file turned out to be (codesuture.md 2 and 13).
public sealed interface CodeInspection {
  /// The bytes begin with a code object.
  ///
  /// @param pythons CPython minor versions, ascending ("3.11"), whose opcodes the bytes fit;
  ///   several when that cannot be told apart, none when no version known here would have made them
  /// @param warnings plain sentences in lower case about damage that leaves the rest readable, and
  ///   about names that try to deceive; a file can cause a few dozen at most
  // Always written CodeInspection.Readable, so nobody takes it for java.lang.Readable.
  @SuppressWarnings("AvoidCommonTypeNames")
  record Readable(PyCode root, List<String> pythons, List<String> warnings)
      implements CodeInspection {
    public Readable {
      pythons = List.copyOf(pythons);
      warnings = List.copyOf(warnings);
    }
  }

  /// The bytes hold no code object that could be shown.
  ///
  /// @param reason a plain sentence in lower case, without a full stop
  /// @param offset the byte where reading stopped
  record Unreadable(String reason, long offset) implements CodeInspection {}
}
