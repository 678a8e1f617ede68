package io.suturescope.app.store;

import java.util.Arrays;

/// Sums under keys of two numbers, without an object for each of them.
final class Sums {

  /// Where something stands, given its place in {@link #get}.
  interface Visit {
    void at(long a, long b, int entry) throws java.sql.SQLException;
  }

  private final int width;
  private int[] slots = new int[1 << 10];
  private long[] entries;
  private int size;

  /// @param values numbers under each key
  Sums(int values) {
    width = 2 + values;
    entries = new long[256 * width];
  }

  int size() {
    return size;
  }

  /// The entry of a key; a new one holds zeros.
  int entry(long a, long b) {
    int mask = slots.length - 1;
    int slot = slot(a, b) & mask;
    for (; slots[slot] != 0; slot = (slot + 1) & mask) {
      int entry = (slots[slot] - 1) * width;
      if (entries[entry] == a && entries[entry + 1] == b) {
        return entry;
      }
    }
    slots[slot] = ++size;
    int entry = (size - 1) * width;
    if (entry + width > entries.length) {
      entries = Arrays.copyOf(entries, entries.length / width * 3 / 2 * width);
    }
    entries[entry] = a;
    entries[entry + 1] = b;
    if (size * 2 > slots.length) {
      grow();
    }
    return entry;
  }

  private static int slot(long a, long b) {
    long hash = (a * 0x9e3779b97f4a7c15L + b) * 0xd6e8feb86659fd93L;
    return (int) (hash ^ hash >>> 32);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = slot(entries[i * width], entries[i * width + 1]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  long get(int entry, int value) {
    return entries[entry + 2 + value];
  }

  void add(int entry, int value, long n) {
    entries[entry + 2 + value] += n;
  }

  /// Counts `n` from `first` to `last` in the three values of an entry.
  void count(int entry, long n, long first, long last) {
    boolean fresh = entries[entry + 2] == 0;
    entries[entry + 2] += n;
    entries[entry + 3] = fresh ? first : Math.min(entries[entry + 3], first);
    entries[entry + 4] = fresh ? last : Math.max(entries[entry + 4], last);
  }

  /// Visits all in the order of the keys, which tables are written fastest in.
  void each(Visit visit) throws java.sql.SQLException {
    for (int i : sorted()) {
      int entry = i * width;
      visit.at(entries[entry], entries[entry + 1], entry);
    }
  }

  private int[] sorted() {
    int[] from = new int[size];
    Arrays.setAll(from, i -> i);
    int[] to = new int[size];
    for (int run = 1; run < size && run > 0; run *= 2) {
      for (int start = 0; start < size; start += 2 * run) {
        merge(from, to, start, Math.min(start + run, size), Math.min(start + 2 * run, size));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft = right >= end || (left < middle && order(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }

  private int order(int left, int right) {
    int l = left * width;
    int r = right * width;
    int byA = Long.compare(entries[l], entries[r]);
    return byA != 0 ? byA : Long.compare(entries[l + 1], entries[r + 1]);
  }

  void clear() {
    slots = new int[1 << 10];
    entries = new long[256 * width];
    size = 0;
  }
}
