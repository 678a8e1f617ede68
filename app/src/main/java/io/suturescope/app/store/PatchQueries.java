package io.suturescope.app.store;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.verdict.VerdictKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    VerdictIndex verdicts = workspace.verdicts(db, view);
    List<JoinedPatch> chosen = new ArrayList<>(index.patches());
    List<QueryTerm> ofIncidents = new ArrayList<>();
    for (QueryTerm term : query.terms()) {
      if (isOfPatches(term)) {
        chosen.removeIf(p -> matches(verdicts, p, term) == term.negated());
      } else {
        ofIncidents.add(term);
      }
    }
    if (!ofIncidents.isEmpty()) {
      Set<Long> groups = matchingGroups(new IncidentQuery(ofIncidents));
      chosen.removeIf(p -> p.groups().stream().noneMatch(g -> groups.contains(g.id())));
    }
    PatchRows made = new PatchRows(db, view, workspace, now);
    List<PatchRow> rows = new ArrayList<>();
    for (JoinedPatch patch : chosen) {
      rows.add(made.row(patch));
    }
    rows.sort(Comparator.comparing(PatchRow::id).thenComparingLong(r -> r.source().id()));
    return List.copyOf(rows);
  }

  Optional<PatchRow> row(long group) throws SQLException {
    Optional<JoinedPatch> patch = workspace.patches(db, view).ofGroup(group);
    return patch.isEmpty()
        ? Optional.empty()
        : Optional.of(new PatchRows(db, view, workspace, now).row(patch.get()));
  }

  private static boolean isOfPatches(QueryTerm term) {
    return term.key()
        .filter(k ->
            switch (k) {
              case STATE, EFFECTIVE, SIGNATURE, TTL, VERDICT, FN, MODULE, GUARD, SOURCE, AGENT ->
                  true;
              case IS -> term.values().stream().allMatch(PatchQueries::isOfPatches);
              default -> false;
            })
        .isPresent();
  }

  private static boolean isOfPatches(QueryValue value) {
    return value instanceof QueryValue.Word(String word)
        && List.of("removable", "regressed", "divergent").contains(word);
  }

  private boolean matches(VerdictIndex verdicts, JoinedPatch patch, QueryTerm term) {
    QueryKey key = term.key().orElseThrow();
    return term.values().stream()
        .anyMatch(v ->
            switch (v) {
              case QueryValue.Text(String text) -> matches(patch, key, text);
              case QueryValue.Word(String word) when key == QueryKey.VERDICT ->
                  verdicts.has(patch, VerdictKind.ofWord(word));
              case QueryValue.Word(String word) when key == QueryKey.IS ->
                  PatchIndex.is(patch, word, verdicts, now);
              default -> PatchIndex.satisfies(patch, key, v, now);
            });
  }

  private static boolean matches(JoinedPatch patch, QueryKey key, String text) {
    return switch (key) {
      case FN -> Pattern.matches(text, patch.function());
      case MODULE -> Pattern.matches(text, patch.module());
      case GUARD -> patch.guards().stream().anyMatch(guard -> Pattern.matches(text, guard));
      case AGENT ->
          patch.isSeenBy(agent -> Pattern.matches(text, agent))
              || patch
                  .source()
                  .identity()
                  .agent()
                  .filter(a -> Pattern.matches(text, a))
                  .isPresent();
      default ->
          Pattern.matches(text, patch.source().identity().displayName())
              || Pattern.matches(text, patch.source().identity().path());
    };
  }

  private Set<Long> matchingGroups(IncidentQuery query) throws SQLException {
    Filter filter = Compiler.compile(db, view, workspace, query);
    return new HashSet<>(new GroupSums(db, filter).sums().keySet());
  }
}
