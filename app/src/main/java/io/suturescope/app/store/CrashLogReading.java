package io.suturescope.app.store;

import io.suturescope.model.alert.CrashSite;
import io.suturescope.model.incident.IncidentStatus;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a {@link CrashLog}.
final class CrashLogReading {

  /// Small numbers come as one: most of the cost of a row is that of asking for its columns.
  private static final String ROWS =
      "SELECT i.time, i.severity | (i.status << 4) | (i.env << 8), i.grp, i.file_id, i.id FROM"
          + " incident i INDEXED BY incident_time WHERE i.copy = 0 AND i.id < ? ORDER BY i.time,"
          + " i.hash, i.id";

  private final Db db;
  private final View view;

  CrashLogReading(Db db, View view) {
    this.db = db;
    this.view = view;
  }

  CrashLog of(long source) throws SQLException {
    CrashLog log = new CrashLog();
    Map<Long, Integer> sites = sites(log);
    Map<Long, Integer> hits = new HashMap<>();
    db.each("SELECT id, hits FROM env", r -> hits.put(r.getLong(1), r.getInt(2)));
    Set<Long> files =
        new HashSet<>(
            db.list("SELECT id FROM file WHERE source_id = ?", r -> r.getLong(1), source));
    Set<Long> sighted = sighted(source);
    int replayed = Codes.of(IncidentStatus.REPLAYED);
    db.each(
        ROWS,
        r -> {
          long time = r.getLong(1);
          Optional<Long> micros = r.wasNull() ? Optional.empty() : Optional.of(time);
          if (files.contains(r.getLong(4)) || sighted.contains(r.getLong(5))) {
            long bits = r.getLong(2);
            log.add(
                micros,
                sites.getOrDefault(r.getLong(3), 0),
                (int) bits & 0xF,
                ((int) bits >> 4 & 0xF) == replayed,
                hits.getOrDefault(bits >> 8, 1));
          }
        },
        view.hiddenFrom());
    return log;
  }

  private Map<Long, Integer> sites(CrashLog log) throws SQLException {
    Map<Long, Integer> sites = new HashMap<>();
    db.each(
        "SELECT g.id, m.value, f.value, u.value FROM grp g JOIN name m ON m.id = g.module JOIN name"
            + " f ON f.id = g.function JOIN name u ON u.id = g.guard",
        r ->
            sites.put(
                r.getLong(1),
                log.site(
                    new CrashSite(
                        Words.restored(r.getString(2)),
                        Words.restored(r.getString(3)),
                        Words.restored(r.getString(4))))));
    return sites;
  }

  /// A line that stood in the workspace already counts for each source in which it was met.
  private Set<Long> sighted(long source) throws SQLException {
    return new HashSet<>(
        db.list(
            "SELECT s.incident FROM sighting s JOIN file f ON f.id = s.file_id WHERE s.pending = 0"
                + " AND f.source_id = ?",
            r -> r.getLong(1),
            source));
  }
}
