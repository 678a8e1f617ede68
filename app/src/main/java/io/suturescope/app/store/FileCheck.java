package io.suturescope.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Looks at a workspace file before any database code may touch it.
final class FileCheck {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 100;

  private FileCheck() {}

  /// Why the file cannot be a workspace of ours; empty when nothing speaks against it.
  static Optional<Opening.Refused> refusal(Path file) throws IOException {
    byte[] header;
    try (var in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
    }
    if (header.length < HEADER || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      boolean cut = startsLikeOurs(header);
      return Optional.of(
          cut
              ? damaged(file, "it ends within its first page")
              : foreign(file, "it is not a database"));
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (fields.getInt(68) != Schema.APPLICATION_ID) {
      return Optional.of(foreign(file, "it is a database of another program"));
    }
    if (fields.getInt(60) > Schema.newest()) {
      return Optional.of(newer(file));
    }
    return truncation(file, fields);
  }

  private static boolean startsLikeOurs(byte[] header) {
    int length = Math.min(header.length, MAGIC.length);
    return length >= 8 && Arrays.equals(header, 0, length, MAGIC, 0, length);
  }

  private static Optional<Opening.Refused> truncation(Path file, ByteBuffer fields)
      throws IOException {
    int size = Short.toUnsignedInt(fields.getShort(16));
    long pageSize = size == 1 ? 65_536 : size;
    long pages = Integer.toUnsignedLong(fields.getInt(28));
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    boolean logToReplay = Files.exists(log) && Files.size(log) > 0;
    if (!logToReplay && Files.size(file) < pages * pageSize) {
      return Optional.of(damaged(file, "it is shorter than it should be"));
    }
    return Optional.empty();
  }

  static Opening.Refused foreign(Path file, String why) {
    return new Opening.Refused(
        Opening.Kind.FOREIGN,
        file + " is not a Suturescope workspace: " + why + ". It was left as it is.");
  }

  static Opening.Refused damaged(Path file, String why) {
    return new Opening.Refused(
        Opening.Kind.DAMAGED,
        file
            + " is a damaged workspace: "
            + why
            + ". It was left as it is; import the sources into a new workspace.");
  }

  static Opening.Refused newer(Path file) {
    return new Opening.Refused(
        Opening.Kind.NEWER,
        file
            + " was written by a later version of Suturescope. It was left as it is; use that"
            + " version.");
  }

  static Opening.Refused unusable(Path file, String why) {
    return new Opening.Refused(
        Opening.Kind.UNUSABLE, file + " cannot be used as a workspace: " + why + ".");
  }
}
