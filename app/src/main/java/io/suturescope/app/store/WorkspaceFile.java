package io.suturescope.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/// Opens a workspace file, or makes one. A file that is no workspace of ours is only ever read.
final class WorkspaceFile {

  private final Path file;
  private final Clock clock;

  WorkspaceFile(Path file, Clock clock) {
    this.file = file.toAbsolutePath();
    this.clock = clock;
  }

  /// @return why not, or empty when the file is there and ready
  Optional<Opening.Refused> prepare() {
    try {
      if (Files.isDirectory(file)) {
        return Optional.of(FileCheck.unusable(file, "it is a folder"));
      }
      if (!Files.exists(file) || Files.size(file) == 0) {
        return make();
      }
      Optional<Opening.Refused> refusal = FileCheck.refusal(file);
      return refusal.isPresent() ? refusal : bringUpToDate();
    } catch (IOException e) {
      return Optional.of(FileCheck.unusable(file, "it cannot be read (" + reason(e) + ")"));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  /// Makes the whole schema beside the final place and moves it there, so that a kill leaves either
  /// no workspace or a whole one.
  private Optional<Opening.Refused> make() {
    Path fresh = file.resolveSibling(file.getFileName() + ".new-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(fresh);
      try (Db db = Db.writer(fresh)) {
        Schema.migrate(db, 0, Codes.micros(clock.instant()));
        db.execute("PRAGMA journal_mode = WAL");
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(FileCheck.unusable(file, "its folder cannot be written"));
    } catch (SQLException e) {
      return Optional.of(FileCheck.unusable(file, "its folder cannot be written"));
    }
  }

  private Optional<Opening.Refused> bringUpToDate() {
    if (!Files.isWritable(file) || !Files.isWritable(file.getParent())) {
      return Optional.of(FileCheck.unusable(file, "it is write-protected"));
    }
    try (Db db = Db.writer(file)) {
      int version = (int) db.number("PRAGMA user_version").orElse(0);
      if (version > Schema.newest()) {
        return Optional.of(FileCheck.newer(file));
      }
      if (version < Schema.newest()) {
        Schema.migrate(db, version, Codes.micros(clock.instant()));
      }
      db.number("SELECT hidden_from FROM state").orElseThrow();
      db.number("SELECT count(*) FROM published");
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(refused(e));
    } catch (RuntimeException e) {
      return Optional.of(FileCheck.damaged(file, "its tables are incomplete"));
    }
  }

  private Opening.Refused refused(SQLException e) {
    int code = e.getErrorCode() & 0xFF;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new Opening.Refused(
          Opening.Kind.LOCKED,
          file + " is in use by another program that keeps others out. Close it and try again.");
    }
    if (Failures.isDamage(code) || code == SQLiteErrorCode.SQLITE_ERROR.code) {
      return FileCheck.damaged(file, "its content cannot be read");
    }
    return FileCheck.unusable(file, "the disk does not let it be opened");
  }
}
