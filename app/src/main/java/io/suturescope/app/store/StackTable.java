package io.suturescope.app.store;

import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;

/// The distinct stacks: lists of frame texts, each list once, each frame once.
final class StackTable {

  private static final long KEPT = 300_000;
  private static final int MANY_FRAMES = 300_000;

  private final boolean wasEmpty;
  private final PreparedStatement find;
  private final Bulk add;
  private final Bulk addFrame;

  /// What waits for `stack_frame`, which is written fastest in its own order.
  private final Sums stacksOfFrames = new Sums(0);

  private final Recent<Numbers> recent = new Recent<>(KEPT);
  private long next;

  StackTable(Db db) throws SQLException {
    next = db.number("SELECT max(id) FROM stack").orElse(0) + 1;
    wasEmpty = next == 1;
    find = db.prepared("SELECT id, frames FROM stack WHERE hash = ?");
    add = new Bulk(db, "INSERT INTO stack(id, hash, frames) VALUES", 3, "");
    addFrame = new Bulk(db, "INSERT OR IGNORE INTO stack_frame(text_id, stack_id) VALUES", 2, "");
  }

  /// 0 stands for the empty stack.
  long id(long[] frames) throws SQLException {
    if (frames.length == 0) {
      return 0;
    }
    Numbers key = new Numbers(frames);
    OptionalLong known = recent.find(key, frames.length);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    byte[] bytes = encoded(frames);
    long id = wasEmpty && !recent.forgot() ? 0 : stored(key.hash(), bytes);
    if (id == 0) {
      id = next++;
      insert(id, key.hash(), bytes, frames);
    }
    if (recent.keep(key, id, frames.length)) {
      // What waits must be remembered or found.
      add.flush();
    }
    return id;
  }

  void flush() throws SQLException {
    add.flush();
    flushFrames();
  }

  private void flushFrames() throws SQLException {
    stacksOfFrames.each((frame, stack, entry) -> addFrame.put(frame).put(stack));
    addFrame.flush();
    stacksOfFrames.clear();
  }

  private long stored(long hash, byte[] frames) throws SQLException {
    find.setLong(1, hash);
    try (ResultSet rows = find.executeQuery()) {
      while (rows.next()) {
        if (Arrays.equals(frames, rows.getBytes(2))) {
          return rows.getLong(1);
        }
      }
    }
    return 0;
  }

  private void insert(long id, long hash, byte[] bytes, long[] frames) throws SQLException {
    add.put(id).put(hash).put(bytes);
    for (long frame : frames) {
      stacksOfFrames.entry(frame, id);
    }
    if (stacksOfFrames.size() > MANY_FRAMES) {
      flushFrames();
    }
  }

  /// Seven bits a byte, lowest first, the high bit set on all but the last.
  static byte[] encoded(long[] numbers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(numbers.length * 3);
    for (long number : numbers) {
      long rest = number;
      while (rest > 0x7F) {
        out.write((int) (rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }
    return out.toByteArray();
  }

  static long[] decoded(byte[] bytes) {
    long[] numbers = new long[bytes.length];
    int count = 0;
    long number = 0;
    int shift = 0;
    for (byte b : bytes) {
      number |= (long) (b & 0x7F) << shift;
      shift += 7;
      if (b >= 0) {
        numbers[count++] = number;
        number = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(numbers, count);
  }
}
