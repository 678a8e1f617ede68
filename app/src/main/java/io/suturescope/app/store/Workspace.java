package io.suturescope.app.store;

import io.suturescope.model.query.IncidentQuery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The connections of one open workspace: a writer per import, readers as many as there are threads
/// that read.
final class Workspace {

  private static final int IDLE_READERS = 4;

  private final Path file;
  private final Clock clock;
  private final ImportLock lock;
  private final TriageLog triage;
  private final ConcurrentLinkedDeque<Db> idle = new ConcurrentLinkedDeque<>();
  private final Map<String, String> waitingSettings = new ConcurrentHashMap<>();
  private volatile Optional<PatchIndex> patches = Optional.empty();
  private volatile Remembered remembered = new Remembered(-1);
  private final Map<Session, Running> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record Running(Db db, ImportLock.Held held) {}

  Workspace(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.lock = new ImportLock(file);
    this.triage = new TriageLog(file, clock, System.getProperty("user.name", "somebody"));
  }

  Path file() {
    return file;
  }

  Clock clock() {
    return clock;
  }

  TriageLog triage() {
    return triage;
  }

  long nowMicros() {
    return Codes.micros(clock.instant());
  }

  interface Work<T> {
    T on(Db db) throws SQLException;
  }

  /// Runs in one read transaction.
  <T> T read(Work<T> work) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("cancelled before reading");
    }
    try {
      Db db = reader();
      boolean whole = false;
      try {
        db.execute("BEGIN");
        T result = work.on(db);
        db.execute("COMMIT");
        whole = true;
        return result;
      } finally {
        giveBack(db, whole);
      }
    } catch (SQLException e) {
      throw Failures.of(e, "reading");
    }
  }

  private Db reader() throws SQLException {
    if (closed) {
      throw new IllegalStateException("the workspace is closed");
    }
    Db known = idle.pollFirst();
    return known == null ? Db.reader(file) : known;
  }

  /// A connection with an unfinished transaction or result is not used again.
  private void giveBack(Db db, boolean whole) throws SQLException {
    if (whole && !closed && idle.size() < IDLE_READERS) {
      idle.addFirst(db);
    } else {
      db.close();
    }
  }

  ImportSession importSession(SourceIdentity source) {
    ImportLock.Held held = lock.await();
    Db db = null;
    try {
      db = Db.writer(file);
      Sweeping.unfinished(db);
      Session session = new Session(this, db, source);
      running.put(session, new Running(db, held));
      return session;
    } catch (SQLException | RuntimeException e) {
      closeQuietly(db);
      held.close();
      throw e instanceof SQLException sql ? Failures.of(sql, "importing") : (RuntimeException) e;
    }
  }

  boolean isRunning(Session session) {
    return running.containsKey(session);
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable Db db) {
    try {
      if (db != null) {
        db.close();
      }
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
      return;
    }
  }

  void endOfImport(Session session) {
    Running ended = running.remove(session);
    if (ended == null) {
      return;
    }
    // Closing drops what was not committed.
    closeQuietly(ended.db());
    ended.held().close();
    flushSettings();
  }

  void sweep() {
    Optional<ImportLock.Held> held = lock.attempt();
    if (held.isEmpty()) {
      return;
    }
    try (Db db = Db.writer(file)) {
      Sweeping.unfinished(db);
      Sweeping.parts(db);
      IncidentIds.index(db);
    } catch (SQLException e) {
      throw Failures.of(e, "tidying up");
    } finally {
      held.get().close();
    }
    readHours();
  }

  Optional<String> setting(String key) {
    String waiting = waitingSettings.get(key);
    return waiting != null
        ? Optional.of(waiting)
        : read(db -> db.first("SELECT value FROM setting WHERE key = ?", r -> r.getString(1), key));
  }

  void putSetting(String key, String value) {
    waitingSettings.put(key, value);
    if (running.isEmpty()) {
      flushSettings();
    }
  }

  private void flushSettings() {
    if (waitingSettings.isEmpty()) {
      return;
    }
    try (Db db = Db.writer(file)) {
      for (var setting : List.copyOf(waitingSettings.entrySet())) {
        writeSetting(db, setting.getKey(), setting.getValue());
      }
    } catch (SQLException e) {
      throw Failures.of(e, "keeping a setting");
    }
  }

  private void writeSetting(Db db, String key, String value) throws SQLException {
    db.update("INSERT OR REPLACE INTO setting VALUES(?, ?)", key, value);
    waitingSettings.remove(key, value);
  }

  /// What was found out about a revision; only the latest one asked for is kept.
  Remembered remembered(long revision) {
    Remembered known = remembered;
    if (known.revision() != revision) {
      known = new Remembered(revision);
      remembered = known;
    }
    return known;
  }

  /// Takes some tenths of a second at a million rows.
  private void readHours() {
    read(db -> {
      View view = View.published(db, this::remembered);
      view.remembered().keepHours(HourCounts.read(db, view));
      return true;
    });
  }

  /// The patches of a revision, made once.
  PatchIndex patches(Db db, View view) throws SQLException {
    Optional<PatchIndex> known = patches.filter(p -> p.revision() == view.revision());
    if (known.isPresent()) {
      return known.get();
    }
    PatchIndex made = PatchIndex.load(db, view);
    patches = Optional.of(made);
    return made;
  }

  VerdictIndex verdicts(Db db, View view) throws SQLException {
    // A running import is not waited for: its verdicts come when it is published.
    return remembered(view.revision())
        .verdicts()
        .get(() ->
            VerdictIndex.load(
                db,
                patches(db, view),
                new GroupSums(db, Compiler.compile(db, view, this, IncidentQuery.ALL)).sums()));
  }

  void close() {
    running.keySet().forEach(Session::close);
    flushSettings();
    triage.close();
    closed = true;
    for (Db db = idle.pollFirst(); db != null; db = idle.pollFirst()) {
      closeQuietly(db);
    }
  }
}
