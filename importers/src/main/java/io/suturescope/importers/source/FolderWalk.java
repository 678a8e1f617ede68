package io.suturescope.importers.source;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;
import static java.nio.file.FileVisitResult.TERMINATE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Lists the regular files of a folder without opening one and without following a link.
final class FolderWalk extends SimpleFileVisitor<Path> {

  static final int MAX_DEPTH = 14;
  static final int MAX_ENTRIES = 300_000;

  private static final Set<String> NOT_LOOKED_INTO =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".tox",
          ".nox",
          ".mypy_cache",
          ".pytest_cache",
          "node_modules",
          "venv",
          ".venv",
          "site-packages",
          "__pycache__");

  private final Path root;
  private final Listing listing = new Listing();
  private int entries;

  private FolderWalk(Path root) {
    this.root = root;
  }

  /// @param root a real path
  static Listing of(Path root) throws IOException {
    FolderWalk walk = new FolderWalk(root);
    Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAX_DEPTH, walk);
    return walk.listing;
  }

  static Listing ofFile(Path file) throws IOException {
    Path parent = file.getParent();
    FolderWalk walk = new FolderWalk(parent == null ? file : parent);
    walk.visitFile(file, Files.readAttributes(file, BasicFileAttributes.class));
    return walk.listing;
  }

  private String name(Path path) {
    String text = root.relativize(path).toString();
    String separator = path.getFileSystem().getSeparator();
    return separator.equals("/") ? text : text.replace(separator, "/");
  }

  private boolean full(Path path) {
    if (++entries <= MAX_ENTRIES) {
      return false;
    }
    listing.warn(
        name(path),
        "more than " + MAX_ENTRIES + " files; the rest of the folder was not looked at");
    return true;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return CONTINUE;
    }
    if (full(folder)) {
      return TERMINATE;
    }
    String name = name(folder);
    if (NOT_LOOKED_INTO.contains(name.substring(name.lastIndexOf('/') + 1))) {
      return SKIP_SUBTREE;
    }
    if (ProjectLayout.isNamedLikeData(name)) {
      listing.warn(name, "a folder named like a data file is skipped");
      return SKIP_SUBTREE;
    }
    listing.folders.add(name);
    return CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (full(file)) {
      return TERMINATE;
    }
    String name = name(file);
    if (attributes.isSymbolicLink()) {
      listing.links.put(name, new Listing.Link(name, target(file)));
    } else if (attributes.isRegularFile()) {
      listing.add(
          new SourceFile(
              name,
              file,
              attributes.size(),
              attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS),
              mode(file)));
    } else if (attributes.isDirectory()) {
      listing.warn(name, "deeper than " + MAX_DEPTH + " folders; not looked into");
    } else {
      listing.warn(name, "neither a file nor a folder (pipe, socket or device); skipped");
    }
    return CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    listing.warn(name(file), "cannot be read; skipped");
    return CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException failure) {
    if (failure != null) {
      listing.warn(name(folder), "this folder could not be read to its end");
    }
    return CONTINUE;
  }

  private Optional<String> target(Path link) {
    try {
      Path real = link.toRealPath();
      return real.startsWith(root) ? Optional.of(name(real)) : Optional.empty();
    } catch (IOException | SecurityException dangling) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> mode(Path file) {
    try {
      PosixFileAttributes posix =
          Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      int bits = 0;
      for (PosixFilePermission permission : PosixFilePermission.values()) {
        bits = bits << 1 | (posix.permissions().contains(permission) ? 1 : 0);
      }
      return Optional.of(bits);
    } catch (IOException | UnsupportedOperationException noPosixHere) {
      return Optional.empty();
    }
  }
}
