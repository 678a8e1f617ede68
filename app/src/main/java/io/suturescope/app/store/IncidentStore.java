package io.suturescope.app.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// The workspace. One import writes at a time; any number of threads read at the same time, each
/// verb from one consistent state.
///
/// Every verb may throw {@link StoreFailure} when the file or the disk fails.
public final class IncidentStore implements AutoCloseable {

  private final Path file;
  private final Optional<ImportSession> session = Optional.empty();
  private final Optional<Reading> reading = Optional.empty();

  private IncidentStore(Path file) {
    this.file = file;
  }

  /// Opens a workspace, and makes it when there is no file yet.
  ///
  /// @param clock its zone is that of days and hours in queries, its time is "now" for ages
  public static Opening open(Path file, Clock clock) {
    java.util.Objects.requireNonNull(clock);
    return new Opening.Ready(new IncidentStore(file));
  }

  public Path file() {
    return file;
  }

  /// Starts an import. Waits while another import of this process runs; whatever an earlier,
  /// unfinished one left is removed first.
  public ImportSession importSession(SourceIdentity source) {
    return session.filter(s -> s.sourceId() > source.path().length()).orElseThrow();
  }

  /// What is whole: everything but the unfinished file of a running import.
  public Reading reading() {
    return reading.orElseThrow();
  }

  /// The same, with the rows of this import's unfinished file.
  public Reading reading(ImportSession session) {
    return reading.filter(r -> session.sourceId() > 0).orElseThrow();
  }

  /// Removes, in short steps, what a cancelled import left; does nothing while an import runs. For
  /// a background thread; may be interrupted at any time.
  public void sweep() {}

  /// A value kept with the workspace, such as the last visit or the state of a window.
  public Optional<String> setting(String key) {
    return Optional.empty();
  }

  public void putSetting(String key, String value) {}

  /// Name of the setting with the end of the last visit, an ISO instant: `is:new` means crashes
  /// that came into the workspace, or happened, after it.
  public static final String LAST_VISIT = "last-visit";

  @Override
  public void close() {}
}
