package io.suturescope.importers.codesuture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// Splits a file into lines at `\n`, block by block, and sums up the bytes of the lines that were
/// consumed. A line longer than {@link #LINE_LIMIT} is handed over cut and skipped to its end.
final class LineFile {

  static final int LINE_LIMIT = 64 << 20;

  private static final int BLOCK = 1 << 20;

  /// Receives the lines. The bytes are valid during the call only.
  interface Lines {
    /// @param offset of the first byte in the file
    /// @param kind whether a line end was seen, and whether the line was cut
    /// @return false for a line that must not count as consumed; only asked for {@link Ending#NONE}
    boolean line(byte[] bytes, int from, int to, long offset, Ending kind);
  }

  enum Ending {
    /// A whole line.
    NEWLINE,
    /// The last line of the file, without a line end.
    NONE,
    /// Only the beginning of a line beyond the limit.
    CUT
  }

  private final SeekableByteChannel channel;
  private final Check check;
  private final LongConsumer progress;
  private byte[] buffer = new byte[BLOCK];
  private int filled;
  private long offset;
  private long consumed;
  private boolean skipping;

  /// @param check already holds the sum of everything before the channel's position
  LineFile(SeekableByteChannel channel, Check check, LongConsumer progress) throws IOException {
    this.channel = channel;
    this.check = check;
    this.progress = progress;
    this.offset = channel.position();
    this.consumed = offset;
  }

  /// @return offset after the last consumed line
  long readAll(Lines lines) throws IOException {
    while (fill()) {
      int done = emit(lines);
      check.update(buffer, 0, done);
      System.arraycopy(buffer, done, buffer, 0, filled - done);
      filled -= done;
      offset += done;
      consumed = offset;
      progress.accept(offset);
      if (filled >= LINE_LIMIT) {
        cut(lines);
      }
    }
    if (filled > 0 && !skipping && lines.line(buffer, 0, filled, offset, Ending.NONE)) {
      check.update(buffer, 0, filled);
      consumed = offset + filled;
    }
    return consumed;
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, LINE_LIMIT + BLOCK));
    }
    int read = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
    if (read <= 0) {
      return false;
    }
    filled += read;
    return true;
  }

  /// @return bytes that were used up
  private int emit(Lines lines) {
    int from = 0;
    for (int end = NewLines.next(buffer, from, filled);
        end >= 0;
        end = NewLines.next(buffer, from, filled)) {
      if (!skipping) {
        lines.line(buffer, from, end, offset + from, Ending.NEWLINE);
      }
      skipping = false;
      from = end + 1;
    }
    return skipping ? filled : from;
  }

  private void cut(Lines lines) {
    lines.line(buffer, 0, filled, offset, Ending.CUT);
    skipping = true;
    check.update(buffer, 0, filled);
    offset += filled;
    consumed = offset;
    filled = 0;
    buffer = new byte[BLOCK];
  }
}
