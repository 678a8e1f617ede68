package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindTrace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what else is told of one patch.
final class RelationQueries {

  private final Db db;
  private final View view;
  private final PatchRow patch;

  RelationQueries(Db db, View view, PatchRow patch) {
    this.db = db;
    this.view = view;
    this.patch = patch;
  }

  PatchRelations related() throws SQLException {
    LatestCrashes latest = new LatestCrashes(db, view);
    String groups = Cond.ids(latest.groups(patch, Optional.empty()));
    return new PatchRelations(
        alerts(groups),
        rewinds(),
        latest.of(patch, Optional.empty(), Optional.empty(), PatchRelations.CRASHES),
        fingerprints(groups),
        suggestions(groups));
  }

  private Cond newestOfSource(FactKind kind) {
    return Cond.of(
        "t.kind = ? AND f.source_id = ? ORDER BY t.time DESC, t.id DESC",
        kind.code(),
        patch.source().id());
  }

  /// There are few alerts: their ids are looked for among the crashes, not the other way round.
  private List<Stored<Alert>> alerts(String groups) throws SQLException {
    List<Stored<Alert>> all =
        Facts.list(db, newestOfSource(FactKind.ALERT), FactBytes::alert).stream()
            .filter(alert -> !alert.fact().incidentId().isEmpty())
            .toList();
    if (all.isEmpty()) {
      return all;
    }
    Set<Object> wanted =
        all.stream()
            .map(alert -> Codes.incidentId(alert.fact().incidentId()))
            .collect(Collectors.toSet());
    Set<String> met = new HashSet<>();
    db.each(
        "SELECT i.incident_id FROM incident i WHERE i.grp IN (SELECT value FROM json_each(?)) AND"
            + " i.id < ?",
        r -> {
          Object id = r.getObject(1);
          if (wanted.contains(id instanceof Number number ? number.longValue() : id)) {
            met.add(Codes.incidentId(id));
          }
        },
        groups,
        view.hiddenFrom());
    return all.stream().filter(alert -> met.contains(alert.fact().incidentId())).toList();
  }

  private List<Stored<Rewind>> rewinds() throws SQLException {
    List<Stored<Rewind>> found = new ArrayList<>();
    for (Stored<Rewind> rewind :
        Facts.list(db, newestOfSource(FactKind.REWIND), in -> RewindBytes.rewind(in, false))) {
      if (rewind.fact().function().equals(patch.function()) && isOfModule(rewind.id())) {
        found.add(rewind);
      }
    }
    return found;
  }

  private boolean isOfModule(long rewind) throws SQLException {
    return Facts.one(db, FactKind.REWIND, rewind, in -> RewindBytes.rewind(in, true))
        .filter(whole -> RewindTrace.of(whole.fact()).mayBeOf(patch.module()))
        .isPresent();
  }

  private List<String> fingerprints(String groups) throws SQLException {
    return db
        .list(
            "SELECT DISTINCT n.value FROM grp g JOIN name n ON n.id = g.fingerprint WHERE g.id IN"
                + " (SELECT value FROM json_each(?)) AND n.value <> '' ORDER BY n.value",
            r -> r.getString(1),
            groups)
        .stream()
        .map(Words::restored)
        .toList();
  }

  private long suggestions(String groups) throws SQLException {
    return db.number(
            "SELECT count(DISTINCT s.fix) FROM shape h JOIN site s ON s.id = h.site WHERE h.grp IN"
                + " (SELECT value FROM json_each(?)) AND s.fix <> 0",
            groups)
        .orElse(0);
  }
}
