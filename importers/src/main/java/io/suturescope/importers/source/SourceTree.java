package io.suturescope.importers.source;

import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import io.suturescope.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A source opened for reading: a folder, one file, or an archive that was unpacked into a private
/// temporary folder. Only regular files are ever opened, nothing is written into a folder, and no
/// link is followed that leaves it.
public final class SourceTree implements AutoCloseable {

  /// Longest raw record or file that {@link #bytes} gives back.
  public static final int BYTES_LIMIT = 64 << 20;

  /// Whether something could be opened.
  public sealed interface Opened {
    record Tree(SourceTree tree) implements Opened {}

    /// @param reason one plain sentence without a final stop
    record Refused(String reason) implements Opened {}
  }

  private final Path origin;
  private final Listing listing;
  private final Optional<TemporaryFolder> temporary;
  private final Optional<Path> folder;

  private SourceTree(
      Path origin, Listing listing, Optional<TemporaryFolder> temporary, Optional<Path> folder) {
    this.origin = origin;
    this.listing = listing;
    this.temporary = temporary;
    this.folder = folder;
  }

  public static Opened open(Path dropped) {
    return open(dropped, Path.of(System.getProperty("java.io.tmpdir")), UnpackLimits.USUAL);
  }

  /// @param temporaryParent existing folder in which an archive may be unpacked
  public static Opened open(Path dropped, Path temporaryParent, UnpackLimits limits) {
    try {
      Path real = dropped.toRealPath();
      if (Files.isDirectory(real)) {
        return tree(real, FolderWalk.of(real), Optional.empty(), Optional.of(real));
      }
      if (!Files.isRegularFile(real)) {
        return new Opened.Refused("it is neither a file nor a folder");
      }
      ArchiveUnpacker.Format format = ArchiveUnpacker.formatOf(real);
      if (format == ArchiveUnpacker.Format.NONE) {
        return tree(real, FolderWalk.ofFile(real), Optional.empty(), Optional.empty());
      }
      return unpack(real, format, temporaryParent, limits);
    } catch (IOException unreadable) {
      return new Opened.Refused("it cannot be read: " + plain(unreadable));
    }
  }

  /// A single file as a tree, without unpacking it; empty for anything but a readable file.
  public static Optional<SourceTree> peek(Path file) {
    try {
      return ArchiveUnpacker.formatOf(file) == ArchiveUnpacker.Format.NONE
          ? Optional.of(
              new SourceTree(file, FolderWalk.ofFile(file), Optional.empty(), Optional.empty()))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Opened tree(
      Path origin, Listing all, Optional<TemporaryFolder> temporary, Optional<Path> folder) {
    return new Opened.Tree(new SourceTree(origin, all, temporary, folder));
  }

  private static Opened unpack(
      Path file, ArchiveUnpacker.Format format, Path temporaryParent, UnpackLimits limits)
      throws IOException {
    TemporaryFolder temporary = TemporaryFolder.in(temporaryParent);
    boolean kept = false;
    try {
      Unpacking unpacking = new Unpacking(temporary, limits);
      ArchiveUnpacker.unpack(file, format, unpacking);
      kept = true;
      return tree(file, unpacking.listing, Optional.of(temporary), Optional.empty());
    } catch (Unpacking.TooMuch tooMuch) {
      return new Opened.Refused("the archive was " + plain(tooMuch));
    } catch (IOException | RuntimeException damaged) {
      // commons-compress answers damage with many kinds of exceptions, checked and unchecked.
      return new Opened.Refused("the archive is damaged or cut short: " + plain(damaged));
    } finally {
      if (!kept) {
        temporary.release();
      }
    }
  }

  private static String plain(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /// What was dropped, as a real path.
  public Path origin() {
    return origin;
  }

  /// True when it came out of an archive, whose file times cannot be trusted.
  public boolean fromArchive() {
    return temporary.isPresent();
  }

  /// All regular files by name.
  public List<SourceFile> files() {
    return List.copyOf(listing.files.values());
  }

  public Optional<SourceFile> file(String name) {
    return Optional.ofNullable(listing.files.get(name));
  }

  /// All folders by name.
  public Set<String> folders() {
    return Set.copyOf(listing.folders);
  }

  /// What was odd about the folder or archive itself, entries refused for example.
  public List<ImportProblem> findings() {
    return List.copyOf(listing.findings);
  }

  /// The part below one folder, as a source of its own that must be closed as well.
  ///
  /// @param name empty for the whole
  /// @param withForeignFindings true to take over the findings about other parts, too
  public SourceTree part(String name, boolean withForeignFindings) {
    temporary.ifPresent(TemporaryFolder::share);
    return new SourceTree(
        folder.isPresent() ? folder.get().resolve(name) : origin,
        listing.part(name, withForeignFindings),
        temporary,
        folder.map(path -> path.resolve(name)));
  }

  /// Opens one of the listed files; empty when it is not listed or cannot be opened any more.
  public Optional<InputStream> open(String file) {
    return channel(file).map(Channels::newInputStream);
  }

  /// As {@link #open(String)}, for reading at an offset.
  public Optional<SeekableByteChannel> channel(String file) {
    SourceFile listed = listing.files.get(file);
    if (listed == null) {
      return Optional.empty();
    }
    try {
      // A file may have been replaced by a link or a pipe since it was listed.
      if (!Files.isRegularFile(listed.physical(), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      return Optional.of(
          Files.newByteChannel(
              listed.physical(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// Reads one raw record again, or a whole file where the place has no length; at most {@link
  /// #BYTES_LIMIT} bytes, empty when it is gone.
  public byte[] bytes(Place place) {
    Optional<SeekableByteChannel> opened = channel(place.file());
    if (opened.isEmpty()) {
      return new byte[0];
    }
    int length = place.length() > 0 ? Math.min(place.length(), BYTES_LIMIT) : BYTES_LIMIT;
    try (SeekableByteChannel channel = opened.get();
        InputStream in = Channels.newInputStream(channel)) {
      channel.position(Math.max(0, place.offset()));
      return in.readNBytes(length);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  /// Lines of a Python file named in a record, found by the longest ending of that path that exists
  /// inside this source (codesuture.md 3); nothing outside is ever opened.
  ///
  /// @param from first line, from 1
  /// @param to last line, included
  public Optional<List<String>> sourceLines(String recordedPath, int from, int to) {
    return new SourceLookup(this, folder).lines(recordedPath, from, to);
  }

  /// The Python file named in a record, found likewise.
  public Optional<SourceText> pythonFile(String recordedPath) {
    return new SourceLookup(this, folder).file(recordedPath);
  }

  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::release);
  }
}
