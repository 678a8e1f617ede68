package io.suturescope.app.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// The workspace. One import writes at a time; any number of threads read at the same time, each
/// verb from one consistent state.
///
/// Every verb may throw {@link StoreFailure} when the file or the disk fails.
public final class IncidentStore implements AutoCloseable {

  /// Name of the setting with the end of the last visit, an ISO instant: `is:new` means what came
  /// into the workspace after it; without one, everything.
  public static final String LAST_VISIT = "last-visit";

  private final Workspace workspace;

  private IncidentStore(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Opens a workspace, and makes it when there is no file yet.
  ///
  /// @param clock its zone is that of days and hours in queries, its time is "now" for ages
  public static Opening open(Path file, Clock clock) {
    Optional<Opening.Refused> refused = new WorkspaceFile(file, clock).prepare();
    return refused.isPresent()
        ? refused.get()
        : new Opening.Ready(new IncidentStore(new Workspace(file.toAbsolutePath(), clock)));
  }

  public Path file() {
    return workspace.file();
  }

  /// Starts an import. Waits while another import runs, of whatever process; what an earlier,
  /// unfinished one left is removed first.
  public ImportSession importSession(SourceIdentity source) {
    return workspace.importSession(source);
  }

  /// What finished imports brought.
  public Reading reading() {
    return new SqliteReading(workspace, Optional.empty());
  }

  /// The same, with the incidents that this running import has brought so far.
  public Reading reading(ImportSession session) {
    return new SqliteReading(
        workspace, session instanceof Session own ? Optional.of(own) : Optional.empty());
  }

  /// Removes what a cancelled import left, puts roll-ups together, and remembers what makes later
  /// questions quick; does nothing while an import runs. For a background thread, which may be
  /// interrupted at any time: it then throws {@link java.util.concurrent.CancellationException}.
  public void sweep() {
    workspace.sweep();
  }

  /// What people decided, and how they decide more.
  public Triage triage() {
    return new Triage(workspace);
  }

  /// A value kept with the workspace, such as the last visit or the state of a window.
  public Optional<String> setting(String key) {
    return workspace.setting(key);
  }

  /// Keeps a value; while an import of this process runs, at its end.
  public void putSetting(String key, String value) {
    workspace.putSetting(key, value);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
