package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.Place;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalLong;
import java.util.Set;

/// Adds incidents of one import: new lines as rows, known ones as sightings.
final class IncidentRows {

  private static final String TWIN =
      "SELECT i.id, i.file_id, i.gone FROM incident i JOIN grp g ON g.id = i.grp JOIN name fp ON"
          + " fp.id = g.fingerprint JOIN name mo ON mo.id = g.module JOIN name fu ON fu.id ="
          + " g.function JOIN name gu ON gu.id = g.guard JOIN name ex ON ex.id = g.exception WHERE"
          + " i.time = ? AND i.incident_id = ? AND i.copy = ? AND fp.value = ? AND mo.value = ? AND"
          + " fu.value = ? AND gu.value = ? AND ex.value = ? ORDER BY i.id";

  private final Db db;
  private final Dictionary dictionary;
  private final RollUps rollUps;
  private final PreparedStatement find;
  private final Bulk add;
  private final long firstId;
  private long next;
  private long latest;

  /// @param rollUps of this import
  IncidentRows(Db db, RollUps rollUps) throws SQLException {
    this.db = db;
    this.dictionary = new Dictionary(db);
    this.rollUps = rollUps;
    firstId = db.number("SELECT max(id) FROM incident").orElse(0) + 1;
    next = firstId;
    latest = db.number("SELECT max(time) FROM incident").orElse(Long.MIN_VALUE);
    find =
        db.prepared(
            "SELECT id, file_id, line, offset, length, gone FROM incident WHERE time IS ? AND hash"
                + " = ?");
    add =
        new Bulk(
            db,
            "INSERT INTO incident(id, time, hash, incident_id, grp, severity, status, copy, gone,"
                + " shape, env, extra, file_id, line, offset, length) VALUES",
            16,
            "");
  }

  /// A row with the same line.
  ///
  /// @param samePlace true when it was read at the very place
  record Known(long id, long file, boolean samePlace, boolean gone) {}

  /// The first row of this import.
  long firstId() {
    return firstId;
  }

  long nextId() {
    return next;
  }

  /// The row of a line that came before, 0 as id when it did not.
  Known known(OptionalLong time, long hash, Place place) throws SQLException {
    // Logs are written in the order of time: nearly always there is nothing to look for.
    if (time.isPresent() && time.getAsLong() > latest) {
      return NONE;
    }
    if (waits(hash)) {
      add.flush();
    }
    bind(find, 1, time);
    find.setLong(2, hash);
    try (ResultSet row = find.executeQuery()) {
      if (!row.next()) {
        return NONE;
      }
      boolean same =
          row.getLong(3) == place.line()
              && row.getLong(4) == place.offset()
              && row.getLong(5) == place.length();
      return new Known(row.getLong(1), row.getLong(2), same, row.getLong(6) != 0);
    }
  }

  /// The row of a crash that an agent told without its values, or whose agent did: the same id,
  /// time, names and kind of line. 0 as id when there is none.
  ///
  /// @param agents files of agents: one of the two must be in them
  Known twin(Incident incident, OptionalLong time, Set<Long> agents, boolean fromAgent)
      throws SQLException {
    if (agents.isEmpty()
        || incident.id().isEmpty()
        || time.isEmpty()
        || time.getAsLong() > latest) {
      return NONE;
    }
    if (fromAgent) {
      flush();
    }
    return db
        .list(
            TWIN,
            r -> new Known(r.getLong(1), r.getLong(2), false, r.getLong(3) != 0),
            time.getAsLong(),
            Codes.incidentId(incident.id()),
            incident.shadowVerified() ? 1 : 0,
            Words.storable(incident.fingerprint()),
            Words.storable(incident.module()),
            Words.storable(incident.function()),
            Words.storable(incident.guardType()),
            Words.storable(incident.exceptionType()))
        .stream()
        .filter(row -> fromAgent || agents.contains(row.file()))
        .findFirst()
        .orElse(NONE);
  }

  /// True when one of the files holds the row.
  boolean stands(Known row, Set<Long> files) throws SQLException {
    if (!row.gone() && files.contains(row.file())) {
      return true;
    }
    return db
        .list("SELECT file_id FROM sighting WHERE incident = ?", r -> r.getLong(1), row.id())
        .stream()
        .anyMatch(files::contains);
  }

  private boolean waits(long hash) {
    for (int row = 0; row < add.waiting(); row++) {
      if (add.waiting(row, 2) instanceof Long other && other == hash) {
        return true;
      }
    }
    return false;
  }

  /// Writes all that waits.
  void flush() throws SQLException {
    dictionary.flush();
    add.flush();
  }

  private static final Known NONE = new Known(0, 0, false, false);

  /// @return the group
  long add(Incident incident, OptionalLong time, long hash, long file, Place place)
      throws SQLException {
    Dictionary.Coded coded = dictionary.code(incident);
    int severity = Codes.of(incident.severity());
    int status = Codes.of(incident.status());
    add.put(next++);
    add.put(time.isPresent() ? Long.valueOf(time.getAsLong()) : null);
    add.put(hash).put(Codes.incidentId(incident.id())).put(coded.group());
    add.put(severity).put(status).put(incident.shadowVerified() ? 1 : 0).put(0);
    add.put(coded.shape()).put(coded.env()).put(coded.extra());
    add.put(file).put(place.line()).put(place.offset()).put(place.length());
    if (time.isPresent()) {
      latest = Math.max(latest, time.getAsLong());
    }
    if (!incident.shadowVerified()) {
      count(time, coded, severity, status);
    }
    return coded.group();
  }

  private void count(OptionalLong time, Dictionary.Coded coded, int severity, int status) {
    if (time.isPresent()) {
      rollUps.addDated(time.getAsLong(), coded.group(), severity, status);
    } else {
      rollUps.addUndated(coded.group(), severity, status);
    }
    rollUps.addWords(coded.group(), coded.message(), coded.stack(), severity);
    rollUps.addPython(coded.group(), coded.python());
  }

  /// Notes that a known line was read at this place; `move` when it is the row's own place.
  void sight(long row, long file, Place place, boolean move) throws SQLException {
    db.update(
        "INSERT INTO sighting(incident, file_id, line, offset, length, move, pending) VALUES(?, ?,"
            + " ?, ?, ?, ?, 1)",
        row,
        file,
        place.line(),
        place.offset(),
        place.length(),
        move ? 1 : 0);
  }

  private static void bind(PreparedStatement statement, int at, OptionalLong time)
      throws SQLException {
    if (time.isPresent()) {
      statement.setLong(at, time.getAsLong());
    } else {
      statement.setNull(at, Types.INTEGER);
    }
  }
}
