package io.suturescope.importers.codesuture;

/// Remembers at which line a hash was seen first: an open table of primitives that stops growing at
/// {@link #LIMIT} entries, after which new hashes count as never seen.
final class FirstLines {

  static final int LIMIT = 3_000_000;

  private long[] hashes = new long[1 << 10];
  private int[] lines = new int[1 << 10];
  private int size;

  /// @return the line at which the hash was given before, or 0 when it is new
  long seen(long hash, long line) {
    long key = hash == 0 ? 1 : hash;
    int slot = slot(hashes, key);
    if (hashes[slot] == key) {
      return lines[slot];
    }
    if (size < LIMIT && line <= Integer.MAX_VALUE) {
      hashes[slot] = key;
      lines[slot] = (int) line;
      if (++size * 3L > hashes.length * 2L) {
        grow();
      }
    }
    return 0;
  }

  private static int slot(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] moreHashes = new long[hashes.length * 2];
    int[] moreLines = new int[moreHashes.length];
    for (int old = 0; old < hashes.length; old++) {
      if (hashes[old] != 0) {
        int slot = slot(moreHashes, hashes[old]);
        moreHashes[slot] = hashes[old];
        moreLines[slot] = lines[old];
      }
    }
    hashes = moreHashes;
    lines = moreLines;
  }
}
