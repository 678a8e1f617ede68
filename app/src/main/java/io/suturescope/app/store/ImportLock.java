package io.suturescope.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Lets one import at a time into a workspace, of all processes. The lock of a killed process is
/// free again at once.
final class ImportLock {

  private static final long PAUSE_MILLIS = 50;

  private final Path file;

  ImportLock(Path workspace) {
    file = workspace.resolveSibling(workspace.getFileName() + "-import");
  }

  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held await() {
    while (true) {
      Optional<Held> held = attempt();
      if (held.isPresent()) {
        return held.get();
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("cancelled while waiting for another import");
      }
    }
  }

  Optional<Held> attempt() {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = lock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(() -> release(channel));
    } catch (IOException e) {
      throw new StoreFailure("The workspace's folder cannot be written.", e);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("The import lock could not be released.", e);
    }
  }
}
