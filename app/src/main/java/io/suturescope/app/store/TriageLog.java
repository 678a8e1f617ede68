package io.suturescope.app.store;

import io.suturescope.model.triage.TriageChange;
import io.suturescope.model.triage.TriageState;
import io.suturescope.model.triage.TriageStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What was decided, in a small file beside the workspace: a log to which events are only ever
/// added. An import holds the workspace's write lock from its first row to its last; a decision
/// does not wait for it (docs/decisions).
///
/// The file is made with the first decision. What other processes add is seen at the next look.
final class TriageLog {

  private static final int MAX_STEPS_SHOWN = 1_000;

  /// What is added to the log.
  private enum Event {
    DONE,
    UNDONE,
    AGAIN
  }

  private final Path file;
  private final Clock clock;
  private final String operator;
  private final List<TriageStep> done = new ArrayList<>();
  private final Deque<TriageStep> undone = new ArrayDeque<>();
  private Optional<Db> open = Optional.empty();
  private Optional<TriageState> state = Optional.of(TriageState.EMPTY);
  private long last;

  TriageLog(Path workspace, Clock clock, String operator) {
    this.file = workspace.resolveSibling(workspace.getFileName() + "-triage");
    this.clock = clock;
    this.operator = operator;
  }

  private interface Work<T> {
    T on(Db db) throws SQLException;
  }

  private static <T> T inOne(Db db, Work<T> work) throws SQLException {
    boolean whole = false;
    db.execute("BEGIN IMMEDIATE");
    try {
      T result = work.on(db);
      db.execute("COMMIT");
      whole = true;
      return result;
    } finally {
      if (!whole) {
        db.execute("ROLLBACK");
      }
    }
  }

  /// In one transaction, after what others have added was read.
  private <T> T write(Work<T> work) {
    try {
      Db db = opened();
      return inOne(
          db,
          ready -> {
            TriageSchema.make(ready);
            follow(ready);
            return work.on(ready);
          });
    } catch (SQLException e) {
      forget();
      throw Failures.of(e, "keeping a decision");
    }
  }

  private Db opened() throws SQLException {
    Db db = open.isPresent() ? open.get() : Db.small(file);
    open = Optional.of(db);
    return db;
  }

  /// What is in memory may not be what is in the file: it is read anew.
  private void forget() {
    done.clear();
    undone.clear();
    state = Optional.empty();
    last = 0;
    close();
  }

  private void follow() {
    if (open.isEmpty() && !Files.exists(file)) {
      return;
    }
    try {
      Db db = opened();
      if (TriageSchema.isMade(db)) {
        follow(db);
      }
    } catch (SQLException e) {
      forget();
      throw Failures.of(e, "reading what was decided");
    }
  }

  private void follow(Db db) throws SQLException {
    long newest = db.number("SELECT max(id) FROM event").orElse(0);
    if (newest > last) {
      db.each(
          "SELECT id, event, time, who FROM event WHERE id > ? ORDER BY id",
          r -> {
            Instant at = Codes.instant(r.getLong(3));
            event(
                db,
                r.getLong(1),
                Event.valueOf(r.getString(2)),
                Words.restored(r.getString(4)),
                at);
          },
          last);
      last = newest;
    }
  }

  private void event(Db db, long id, Event event, String who, Instant at) throws SQLException {
    state = Optional.empty();
    switch (event) {
      case DONE -> {
        undone.clear();
        done.add(new TriageStep(TriageRows.change(db, id), who, at, false));
      }
      case UNDONE -> {
        if (!done.isEmpty()) {
          undone.push(done.removeLast().as(true));
        }
      }
      case AGAIN -> {
        if (!undone.isEmpty()) {
          done.add(undone.pop().as(false));
        }
      }
    }
  }

  private long add(Db db, Event event) throws SQLException {
    db.update(
        "INSERT INTO event(event, time, who) VALUES(?, ?, ?)",
        event.name(),
        Codes.micros(clock.instant()),
        Words.storable(operator));
    return db.number("SELECT last_insert_rowid()").orElseThrow();
  }

  synchronized TriageState apply(TriageChange change) {
    write(db -> {
      TriageRows.write(db, add(db, Event.DONE), change);
      follow(db);
      return true;
    });
    return state();
  }

  synchronized Optional<TriageStep> undo() {
    return write(db -> {
      if (done.isEmpty()) {
        return Optional.empty();
      }
      add(db, Event.UNDONE);
      follow(db);
      return Optional.of(undone.element());
    });
  }

  synchronized Optional<TriageStep> redo() {
    return write(db -> {
      if (undone.isEmpty()) {
        return Optional.empty();
      }
      add(db, Event.AGAIN);
      follow(db);
      return Optional.of(done.getLast());
    });
  }

  /// Newest first: those that can be done again, then those that can be undone.
  synchronized List<TriageStep> stack() {
    follow();
    List<TriageStep> steps = new ArrayList<>();
    undone.descendingIterator().forEachRemaining(steps::add);
    for (int i = done.size() - 1; i >= 0 && steps.size() < MAX_STEPS_SHOWN; i--) {
      steps.add(done.get(i));
    }
    return List.copyOf(steps);
  }

  synchronized TriageState state() {
    follow();
    TriageState now = state.orElseGet(() -> TriageState.after(done));
    state = Optional.of(now);
    return now;
  }

  synchronized void close() {
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (SQLException e) {
      // Each decision was committed when it was made: there is nothing left to lose.
      return;
    } finally {
      open = Optional.empty();
    }
  }
}
