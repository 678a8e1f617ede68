package io.suturescope.importers.marshal;

import java.io.Serial;

/// Leaves the reading of one value from any depth; never leaves this package.
final class Malformed extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;

  Malformed(String reason, int offset) {
    super(reason, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  String reason() {
    return reason;
  }

  int offset() {
    return offset;
  }
}
