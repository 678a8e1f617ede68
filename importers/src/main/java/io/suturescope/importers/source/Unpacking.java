package io.suturescope.importers.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// One archive on its way into a temporary folder: limits, names and doubles are judged here, the
/// same for every archive format.
final class Unpacking {

  /// The archive as a whole must not be read on.
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch(String message) {
      super(message);
    }
  }

  /// What an archive says of one of its entries.
  ///
  /// @param rest declared bytes that must be unpacked to get past the entry even when it is
  ///   refused; 0 where entries can be skipped
  record Entry(String name, long modifiedMicros, Optional<Integer> mode, long rest) {}

  final Listing listing = new Listing();
  private final TemporaryFolder folder;
  private final UnpackLimits limits;
  private final Map<String, String> namesByLowerCase = new HashMap<>();
  private final byte[] buffer = new byte[1 << 16];
  private long total;
  private int entries;

  Unpacking(TemporaryFolder folder, UnpackLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /// Counts an entry and judges its name.
  ///
  /// @return the plain name, or empty when the entry was refused and reported
  Optional<String> admit(String name) throws TooMuch {
    if (++entries > limits.entries()) {
      throw new TooMuch("stopped at the limit of " + limits.entries() + " entries");
    }
    Optional<String> refusal = EntryName.refusal(name);
    if (refusal.isPresent()) {
      listing.refuse(name, refusal.get());
      return Optional.empty();
    }
    return Optional.of(EntryName.plain(name)).filter(plain -> !plain.isEmpty());
  }

  void folder(String name, long size) {
    if (size > 0) {
      listing.warn(name, "a folder entry with content of its own; the content is ignored");
    }
    if (ProjectLayout.isNamedLikeData(name)) {
      listing.warn(name, "a folder named like a data file is skipped");
    }
    listing.folders.add(name);
  }

  void link(String name, Optional<String> target) {
    listing.links.put(name, new Listing.Link(name, target));
  }

  /// @param packed bytes of the archive this entry has used up so far
  void file(Entry entry, InputStream content, LongSupplier packed) throws IOException {
    if (insideSkippedFolder(entry.name())) {
      return;
    }
    warnOfTwins(entry.name());
    addFolders(entry.name());
    Path physical = folder.newFile();
    long size = copy(entry, content, packed, physical);
    if (size >= 0) {
      listing.add(
          new SourceFile(entry.name(), physical, size, entry.modifiedMicros(), entry.mode()));
    }
  }

  private boolean insideSkippedFolder(String name) {
    int slash = name.lastIndexOf('/');
    while (slash > 0) {
      String above = name.substring(0, slash);
      if (ProjectLayout.isNamedLikeData(above) && !listing.files.containsKey(above)) {
        listing.warn(name, "inside a folder named like a data file; skipped");
        addFolders(above);
        return true;
      }
      slash = above.lastIndexOf('/');
    }
    return false;
  }

  private void warnOfTwins(String name) {
    String twin = namesByLowerCase.put(name.toLowerCase(Locale.ROOT), name);
    if (twin != null && twin.equals(name)) {
      listing.warn(name, "stands more than once in the archive; the last one counts");
    } else if (twin != null) {
      listing.warn(name, "differs from " + twin + " in letter case only; both are read");
    }
  }

  private void addFolders(String name) {
    int slash = name.lastIndexOf('/');
    while (slash > 0) {
      String above = name.substring(0, slash);
      if (listing.files.containsKey(above)) {
        listing.warn(name, above + " is both a file and a folder in the archive; both are read");
      }
      if (!listing.folders.add(above)) {
        return;
      }
      slash = above.lastIndexOf('/');
    }
  }

  /// @return bytes written, or -1 when the entry was stopped at a limit and reported
  private long copy(Entry entry, InputStream content, LongSupplier packed, Path physical)
      throws IOException {
    long size = 0;
    boolean stopped = false;
    try (OutputStream out = Files.newOutputStream(physical)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        total += read;
        if (total > limits.totalBytes()) {
          throw new TooMuch("stopped at the limit of " + limits.totalBytes() + " unpacked bytes");
        }
        stopped =
            stopped
                || (size > limits.ratioFrom()
                    && size / Math.max(1, packed.getAsLong()) > limits.ratio());
        if (stopped) {
          break;
        }
        out.write(buffer, 0, read);
      }
    }
    if (!stopped) {
      return size;
    }
    Files.delete(physical);
    total += Math.max(0, entry.rest() - size);
    if (total > limits.totalBytes()) {
      throw new TooMuch("stopped at the limit of " + limits.totalBytes() + " unpacked bytes");
    }
    listing.refuse(
        entry.name(),
        "stopped at the limit: the entry grows to more than "
            + limits.ratio()
            + " times its packed size");
    return -1;
  }
}
