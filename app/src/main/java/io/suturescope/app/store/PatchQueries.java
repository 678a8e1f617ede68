package io.suturescope.app.store;

import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Patches as rows of a table.
final class PatchQueries {

  private final Db db;
  private final View view;
  private final Workspace workspace;
  private final Instant now;

  PatchQueries(Db db, View view, Workspace workspace) {
    this.db = db;
    this.view = view;
    this.workspace = workspace;
    this.now = workspace.clock().instant();
  }

  List<PatchRow> rows(IncidentQuery query) throws SQLException {
    PatchIndex index = workspace.patches(db, view);
    List<PatchIndex.Joined> chosen = new ArrayList<>(index.patches());
    List<QueryTerm> ofIncidents = new ArrayList<>();
    for (QueryTerm term : query.terms()) {
      if (isOfPatches(term)) {
        chosen.removeIf(p -> matches(p, term) == term.negated());
      } else {
        ofIncidents.add(term);
      }
    }
    if (!ofIncidents.isEmpty()) {
      Set<Long> groups = matchingGroups(new IncidentQuery(ofIncidents));
      chosen.removeIf(p -> p.groups().stream().noneMatch(groups::contains));
    }
    Crashes crashes = new Crashes();
    List<PatchRow> rows = new ArrayList<>();
    for (PatchIndex.Joined patch : chosen) {
      rows.add(row(patch, crashes));
    }
    rows.sort(Comparator.comparing(PatchRow::id).thenComparingLong(r -> r.source().id()));
    return List.copyOf(rows);
  }

  Optional<PatchRow> row(long group) throws SQLException {
    Optional<PatchIndex.Joined> patch = workspace.patches(db, view).ofGroup(group);
    return patch.isEmpty() ? Optional.empty() : Optional.of(row(patch.get(), new Crashes()));
  }

  private static boolean isOfPatches(QueryTerm term) {
    return term.key()
        .filter(k ->
            switch (k) {
              case STATE, EFFECTIVE, SIGNATURE, TTL, FN, MODULE, GUARD, SOURCE -> true;
              case IS -> term.values().stream().allMatch(PatchQueries::isOfPatches);
              default -> false;
            })
        .isPresent();
  }

  private static boolean isOfPatches(QueryValue value) {
    return value instanceof QueryValue.Word(String word)
        && (word.equals("removable") || word.equals("regressed"));
  }

  private boolean matches(PatchIndex.Joined patch, QueryTerm term) {
    QueryKey key = term.key().orElseThrow();
    return term.values().stream()
        .anyMatch(v ->
            switch (v) {
              case QueryValue.Text(String text) -> matches(patch, key, text);
              case QueryValue.Word(String word) when key == QueryKey.IS ->
                  PatchIndex.is(patch, word, now);
              default -> PatchIndex.satisfies(Optional.of(patch), key, v, now);
            });
  }

  private static boolean matches(PatchIndex.Joined patch, QueryKey key, String text) {
    return switch (key) {
      case FN -> Pattern.matches(text, patch.function());
      case MODULE -> Pattern.matches(text, patch.module());
      case GUARD -> Pattern.matches(text, patch.guard());
      default ->
          Pattern.matches(text, patch.source().identity().displayName())
              || Pattern.matches(text, patch.source().identity().path());
    };
  }

  private Set<Long> matchingGroups(IncidentQuery query) throws SQLException {
    Filter filter = Compiler.compile(db, view, workspace, query);
    return new HashSet<>(new GroupSums(db, filter).sums().keySet());
  }

  /// What the crashes of all groups say.
  private final class Crashes {
    private final Map<Long, GroupSums.Sum> sums;
    private final Set<Long> justified;
    private final Map<Long, String> pythons;

    Crashes() throws SQLException {
      sums = new GroupSums(db, Compiler.compile(db, view, workspace, IncidentQuery.ALL)).sums();
      justified = view.remembered().justified().get(PatchQueries.this::justified);
      pythons = view.remembered().pythons().get(() -> pythons(sums));
    }

    /// Of the latest crash.
    String python(List<Long> groups, OptionalLong last) {
      for (long group : groups) {
        GroupSums.Sum sum = sums.get(group);
        if (sum != null && last.isPresent() && sum.last().equals(last)) {
          return pythons.getOrDefault(group, "");
        }
      }
      return "";
    }
  }

  private PatchRow row(PatchIndex.Joined patch, Crashes crashes) {
    List<GroupSums.Sum> sums =
        patch.groups().stream().map(crashes.sums::get).filter(java.util.Objects::nonNull).toList();
    OptionalLong last =
        sums.stream().map(GroupSums.Sum::last).flatMapToLong(OptionalLong::stream).max();
    EffectiveJudgement judgement = patch.judge(now);
    String id =
        patch
            .entry()
            .map(e -> e.key())
            .orElseGet(() -> patch.file().orElseThrow().fact().baseName());
    return new PatchRow(
        id,
        patch.source(),
        patch.module(),
        patch.function(),
        patch.guard(),
        patch.entry(),
        patch.lifecycle().map(Stored::place),
        patch.file().map(Stored::fact),
        patch.file().map(Stored::place),
        judgement.state(),
        judgement.reason(),
        patch.ttlEnd(),
        sums.stream().mapToLong(GroupSums.Sum::total).sum(),
        last.isPresent() ? Optional.of(Codes.instant(last.getAsLong())) : Optional.empty(),
        patch.groups().stream().anyMatch(crashes.justified::contains),
        crashes.python(patch.groups(), last),
        patch.gone());
  }

  /// Through the copies, which are few.
  private Set<Long> justified() throws SQLException {
    return new HashSet<>(
        db.list(
            "SELECT DISTINCT c.grp FROM incident c INDEXED BY incident_copy JOIN fold f ON f.copy ="
                + " c.id WHERE c.copy = 1",
            r -> r.getLong(1)));
  }

  /// Of the latest crash of each group; of none while a first import has not made its index.
  private Map<Long, String> pythons(Map<Long, GroupSums.Sum> sums) throws SQLException {
    Map<Long, String> pythons = new HashMap<>();
    if (Schema.groupIndex(db).isEmpty()) {
      return pythons;
    }
    for (var group : sums.entrySet()) {
      OptionalLong last = group.getValue().last();
      if (last.isPresent()) {
        db.first(
                "SELECT n.value FROM incident i INDEXED BY incident_grp JOIN env e ON e.id = i.env"
                    + " JOIN name n ON n.id = e.python WHERE i.grp = ? AND i.time = ? LIMIT 1",
                r -> Words.restored(r.getString(1)),
                group.getKey(),
                last.getAsLong())
            .ifPresent(python -> pythons.put(group.getKey(), python));
      }
    }
    return pythons;
  }
}
