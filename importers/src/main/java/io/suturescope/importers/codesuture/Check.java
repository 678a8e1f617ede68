package io.suturescope.importers.codesuture;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The check of {@link io.suturescope.model.origin.FileMark#check}: two sums over the same bytes.
final class Check {

  private final CRC32C castagnoli = new CRC32C();
  private final CRC32 usual = new CRC32();

  void update(byte[] bytes, int from, int length) {
    castagnoli.update(bytes, from, length);
    usual.update(bytes, from, length);
  }

  long value() {
    return castagnoli.getValue() << 32 | usual.getValue();
  }

  static long of(byte[] bytes) {
    Check check = new Check();
    check.update(bytes, 0, bytes.length);
    return check.value();
  }
}
