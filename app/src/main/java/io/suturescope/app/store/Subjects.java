package io.suturescope.app.store;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.triage.TriageState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Finds the subjects of decisions among the rows of a workspace.
final class Subjects {

  private final Db db;
  private final View view;
  private final Workspace workspace;

  Subjects(Db db, View view, Workspace workspace) {
    this.db = db;
    this.view = view;
    this.workspace = workspace;
  }

  /// By group id, in the order of the ids, unknown ones left out.
  Map<Long, Subject.Group> of(long[] groups) throws SQLException {
    Map<Long, Subject.Group> found = read(Cond.ids(LongStream.of(groups).boxed().toList()));
    Map<Long, Subject.Group> ordered = new LinkedHashMap<>();
    LongStream.of(groups)
        .filter(found::containsKey)
        .forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(g -> ordered.put(id, g)));
    return ordered;
  }

  private static final String GROUPS =
      "SELECT g.id, fp.value, m.value, f.value, u.value, x.value FROM grp g JOIN name fp ON fp.id"
          + " = g.fingerprint JOIN name m ON m.id = g.module JOIN name f ON f.id = g.function JOIN"
          + " name u ON u.id = g.guard JOIN name x ON x.id = g.exception";

  private Map<Long, Subject.Group> read(String json) throws SQLException {
    Map<Long, Subject.Group> read = new HashMap<>();
    db.each(
        GROUPS + " WHERE g.id IN (SELECT value FROM json_each(?))",
        r ->
            read.put(
                r.getLong(1),
                new Subject.Group(
                    Words.restored(r.getString(2)),
                    Words.restored(r.getString(3)),
                    Words.restored(r.getString(4)),
                    Words.restored(r.getString(5)),
                    Words.restored(r.getString(6)))),
        json);
    return read;
  }

  /// The group ids of these subjects, those of unknown ones left out. Only groups whose function is
  /// one of theirs are looked at.
  Map<Subject.Group, Long> ids(Collection<? extends Subject> subjects) throws SQLException {
    List<Long> candidates = new ArrayList<>();
    for (String function : functions(subjects)) {
      candidates.addAll(
          db.list(
              "SELECT id FROM grp WHERE function IN (SELECT id FROM name WHERE hash = ? AND value ="
                  + " ?)",
              r -> r.getLong(1),
              Words.hash(Words.storable(function)),
              Words.storable(function)));
    }
    Map<Subject.Group, Long> ids = new HashMap<>();
    read(Cond.ids(candidates)).forEach((id, group) -> ids.put(group, id));
    ids.keySet().retainAll(new HashSet<>(subjects));
    return ids;
  }

  private static List<String> functions(Collection<? extends Subject> subjects) {
    return subjects.stream()
        .filter(Subject.Group.class::isInstance)
        .map(s -> ((Subject.Group) s).function())
        .distinct()
        .toList();
  }

  /// What conditions look at; subjects without a crash or an alert in the workspace are left out.
  Map<Subject, SubjectFacts> facts(Collection<? extends Subject> subjects) throws SQLException {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    Map<Subject, SubjectFacts> facts = new HashMap<>();
    Map<Subject, Long> groups = new HashMap<>(ids(subjects));
    if (subjects.stream().anyMatch(Subject.Alert.class::isInstance)) {
      Set<String> alerts = alerts();
      Map<String, Long> crashed = groupsOf(subjects);
      for (Subject subject : subjects) {
        if (subject instanceof Subject.Alert(String id)) {
          if (alerts.contains(id)) {
            facts.put(subject, SubjectFacts.NONE);
          }
          Optional.ofNullable(crashed.get(id)).ifPresent(group -> groups.put(subject, group));
        }
      }
    }
    Filter all = Compiler.compile(db, view, workspace, IncidentQuery.ALL);
    Map<Long, GroupSums.Sum> sums = new GroupSums(db, all).sums();
    PatchIndex patches = workspace.patches(db, view);
    groups.forEach((subject, group) -> {
      long crashes = Optional.ofNullable(sums.get(group)).map(GroupSums.Sum::total).orElse(0L);
      if (crashes > 0) {
        String hash =
            patches
                .ofGroup(group)
                .flatMap(JoinedPatch::file)
                .filter(file -> !file.gone())
                .map(file -> file.fact().codeHash())
                .orElse("");
        facts.put(subject, new SubjectFacts(crashes, hash));
      }
    });
    return facts;
  }

  /// Incident ids of the alert files that are there.
  private Set<String> alerts() throws SQLException {
    return Facts.list(db, FactKind.ALERT, FactBytes::alert).stream()
        .filter(alert -> !alert.gone())
        .map(alert -> alert.fact().incidentId())
        .collect(Collectors.toSet());
  }

  /// The group of the first crash of each alert's incident id.
  private Map<String, Long> groupsOf(Collection<? extends Subject> subjects) throws SQLException {
    List<String> ids = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject instanceof Subject.Alert(String id)) {
        ids.add(id);
      }
    }
    Map<String, Long> groups = new HashMap<>();
    for (var rows : IncidentIds.rows(db, ids).entrySet()) {
      db.first(
              "SELECT grp FROM incident WHERE id = ?",
              r -> r.getLong(1),
              rows.getValue().getFirst())
          .ifPresent(group -> groups.put(rows.getKey(), group));
    }
    return groups;
  }

  /// The groups that a dismissal hides now.
  List<Long> dismissed() throws SQLException {
    TriageState state = workspace.triage().state();
    Map<Subject.Group, Long> ids = ids(state.dismissals().keySet());
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Subject, SubjectFacts> facts = facts(ids.keySet());
    List<Long> held = new ArrayList<>();
    ids.forEach((subject, id) -> {
      boolean holds =
          Optional.ofNullable(state.dismissals().get(subject))
              .filter(d ->
                  d.holds(
                      workspace.clock().instant(), facts.getOrDefault(subject, SubjectFacts.NONE)))
              .isPresent();
      if (holds) {
        held.add(id);
      }
    });
    return held;
  }

  /// Groups that are merged by hand, each with the number of the first of its merge.
  Map<Long, Long> merged() throws SQLException {
    TriageState state = workspace.triage().state();
    Map<Subject.Group, Long> ids = ids(state.merges().keySet());
    Map<Subject.Group, Long> numbers = new HashMap<>();
    Map<Long, Long> merged = new HashMap<>();
    ids.forEach((group, id) -> {
      Subject.Group first = state.merges().getOrDefault(group, group);
      merged.put(id, numbers.computeIfAbsent(first, ignored -> id));
    });
    return merged;
  }
}
