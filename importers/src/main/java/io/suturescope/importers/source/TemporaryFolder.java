package io.suturescope.importers.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A private folder with flat, numbered files that goes away when the last of its users closes.
final class TemporaryFolder {

  private final Path folder;
  private final AtomicInteger users = new AtomicInteger(1);
  private int next;

  private TemporaryFolder(Path folder) {
    this.folder = folder;
  }

  /// Only the current user may enter the folder, and nobody can guess its name.
  static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(parent, "suturescope-"));
  }

  Path newFile() {
    return folder.resolve("f" + next++);
  }

  void share() {
    users.incrementAndGet();
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      try {
        deleteAll();
      } catch (IOException cannotDelete) {
        throw new UncheckedIOException(cannotDelete);
      }
    }
  }

  private void deleteAll() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
