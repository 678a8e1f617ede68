package io.suturescope.app.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the newest crashes of one function in one source.
final class LatestCrashes {

  /// A line that stood in the workspace already counts for each source in which it was met.
  static final String IN_SOURCE =
      "(i.file_id IN (SELECT f.id FROM file f WHERE f.source_id = ?) OR EXISTS (SELECT 1 FROM"
          + " sighting s JOIN file o ON o.id = s.file_id WHERE s.incident = i.id AND s.pending = 0"
          + " AND o.source_id = ?))";

  /// A row with its place in time.
  private record Dated(long id, long time) {}

  private final Db db;
  private final View view;

  LatestCrashes(Db db, View view) {
    this.db = db;
    this.view = view;
  }

  /// @param guard of this guard only; empty for any
  /// @param until not after this moment; without one undated crashes count too, as the oldest
  List<StoredIncident> of(
      PatchRow patch, Optional<String> guard, Optional<Instant> until, int limit)
      throws SQLException {
    long latest = until.map(Codes::micros).orElse(Long.MAX_VALUE);
    List<Dated> found = new ArrayList<>();
    for (long group : groups(patch, guard)) {
      found.addAll(rows(group, patch.source().id(), latest, limit));
    }
    found.sort(Comparator.comparingLong(Dated::time).thenComparingLong(Dated::id).reversed());
    RowLoading loading = new RowLoading(db, view);
    List<StoredIncident> crashes = new ArrayList<>();
    for (Dated row : found.subList(0, Math.min(limit, found.size()))) {
      loading.incident(row.id()).ifPresent(crashes::add);
    }
    return List.copyOf(crashes);
  }

  /// The newest dated row of a source that has a Python.
  Optional<StoredIncident> ofSource(long source) throws SQLException {
    Optional<Long> row =
        db.first(
            "SELECT i.id FROM incident i JOIN env e ON e.id = i.env JOIN name n ON n.id = e.python"
                + " WHERE i.time IS NOT NULL AND n.value <> '' AND i.id < ? AND "
                + IN_SOURCE
                + " ORDER BY i.time DESC, i.id DESC LIMIT 1",
            r -> r.getLong(1),
            view.hiddenFrom(),
            source,
            source);
    return row.isEmpty() ? Optional.empty() : new RowLoading(db, view).incident(row.get());
  }

  private List<Long> groups(PatchRow patch, Optional<String> guard) throws SQLException {
    List<Long> groups = new ArrayList<>();
    for (long function : name(patch.function())) {
      for (long module : name(patch.module())) {
        groups.addAll(
            db.list(
                "SELECT g.id FROM grp g JOIN name u ON u.id = g.guard WHERE g.function = ? AND"
                    + " g.module = ? AND (? IS NULL OR u.value = ?)",
                r -> r.getLong(1),
                function,
                module,
                guard.map(Words::storable).orElse(null),
                guard.map(Words::storable).orElse(null)));
      }
    }
    return groups;
  }

  private List<Long> name(String text) throws SQLException {
    String storable = Words.storable(text);
    return db.list(
        "SELECT id FROM name WHERE hash = ? AND value = ?",
        r -> r.getLong(1),
        Words.hash(storable),
        storable);
  }

  private List<Dated> rows(long group, long source, long latest, int limit) throws SQLException {
    return db.list(
        "SELECT i.id, ifnull(i.time, "
            + Long.MIN_VALUE
            + ") FROM incident i WHERE i.grp = ? AND i.copy = 0 AND"
            + " i.id < ? AND (i.time <= ? OR (i.time IS NULL AND ? = "
            + Long.MAX_VALUE
            + ")) AND "
            + IN_SOURCE
            + " ORDER BY i.time DESC, i.id DESC LIMIT ?",
        r -> new Dated(r.getLong(1), r.getLong(2)),
        group,
        view.hiddenFrom(),
        latest,
        latest,
        source,
        source,
        limit);
  }
}
