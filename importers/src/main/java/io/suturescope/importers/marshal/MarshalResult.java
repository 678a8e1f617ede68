package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyValue;

/// What came of reading marshal bytes.
public sealed interface MarshalResult {
  /// The bytes begin with a whole value.
  ///
  /// @param consumed how many bytes the value took; the bytes after it were not looked at
  record Value(PyValue value, int consumed) implements MarshalResult {}

  /// The bytes hold no whole value.
  ///
  /// @param reason a plain sentence in lower case, without a full stop
  /// @param offset the byte where reading stopped
  record Failed(String reason, long offset) implements MarshalResult {}
}
