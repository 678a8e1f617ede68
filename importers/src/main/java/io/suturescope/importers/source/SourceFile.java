package io.suturescope.importers.source;

import java.nio.file.Path;
import java.util.Optional;

/// A regular file of a source.
///
/// @param name path inside the source, with `/`; data, never opened as a path
/// @param physical where its bytes lie: in the folder itself, or under a random name in the private
///   folder an archive was unpacked to
/// @param size in bytes when the source was opened
/// @param modifiedMicros last-modified time, microseconds since 1970; 0 when not known
/// @param mode the nine POSIX permission bits, where the file system or the archive has them
public record SourceFile(
    String name, Path physical, long size, long modifiedMicros, Optional<Integer> mode) {

  static final int ANYBODY_READS = 0444;

  SourceFile named(String other) {
    return new SourceFile(other, physical, size, modifiedMicros, mode);
  }

  /// False when the permissions let nobody read it, whoever runs this program.
  boolean readableBySomebody() {
    return mode.isEmpty() || (mode.get() & ANYBODY_READS) != 0;
  }

  /// Last part of the name.
  public String baseName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// The folder part of the name; empty at the top.
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
