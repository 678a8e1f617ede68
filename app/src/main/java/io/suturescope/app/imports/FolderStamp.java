package io.suturescope.app.imports;

import io.suturescope.importers.source.ProjectLayout;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One number for the names, sizes and times of all files of a project that CodeSuture writes:
/// those in its folders, and those at the top, where event logs lie.
final class FolderStamp extends SimpleFileVisitor<Path> {

  /// Of a folder that is not there.
  static final long ABSENT = 0;

  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 100_000;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final Path root;
  private long stamp = 1;
  private int files;

  private FolderStamp(Path root) {
    this.root = root;
  }

  static long of(Path path) {
    FolderStamp walk = new FolderStamp(path);
    try {
      walk.walk();
    } catch (IOException unreadable) {
      return ABSENT;
    }
    return walk.stamp;
  }

  private void walk() throws IOException {
    if (Files.isRegularFile(root)) {
      add(root, Files.readAttributes(root, BasicFileAttributes.class));
      return;
    }
    Files.readAttributes(root, BasicFileAttributes.class);
    Files.walkFileTree(root, Set.of(), DEEPEST, this);
  }

  /// The order of a folder's entries is not fixed, so that the parts are summed up.
  private void add(Path file, BasicFileAttributes attributes) {
    long part = file.toString().hashCode();
    part = (part ^ attributes.size()) * MIX;
    part = (part ^ attributes.lastModifiedTime().toMillis()) * MIX;
    stamp += part ^ (part >>> 32);
  }

  private void addTarget(Path link) {
    try {
      add(link, Files.readAttributes(link, BasicFileAttributes.class));
    } catch (IOException leadsNowhere) {
      stamp += link.toString().hashCode();
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path name = folder.getFileName();
    boolean top = folder.equals(root);
    boolean below = !top && !root.equals(folder.getParent());
    boolean data = name != null && ProjectLayout.isDataFolder(name.toString());
    return top || below || data ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      addTarget(file);
    } else if (attributes.isRegularFile()) {
      add(file, attributes);
    }
    return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
