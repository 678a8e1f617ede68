package io.suturescope.app.store;

import io.suturescope.model.query.CompletionSpot;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proposals for what is being typed, from what occurs.
final class Completions {

  private final Db db;
  private final View view;
  private final Workspace workspace;

  Completions(Db db, View view, Workspace workspace) {
    this.db = db;
    this.view = view;
    this.workspace = workspace;
  }

  List<Completion> at(CompletionSpot spot, int limit) throws SQLException {
    if (spot.key().isEmpty()) {
      return spot.keys().stream()
          .map(k -> new Completion(k.word() + ":", 0, k.meaning()))
          .limit(limit)
          .toList();
    }
    String prefix = Words.folded(spot.prefix());
    return values(spot.key().get(), IncidentQuery.ALL, prefix, limit);
  }

  List<Completion> values(QueryKey key, IncidentQuery query, String prefix, int limit)
      throws SQLException {
    Map<String, Long> counts =
        switch (key) {
          case FN -> ofGroups(query, "function");
          case MODULE -> ofGroups(query, "module");
          case GUARD -> ofGroups(query, "guard");
          case EXCEPTION -> ofGroups(query, "exception");
          case FINGERPRINT -> ofGroups(query, "fingerprint");
          case PYTHON -> pythons();
          case FILE -> files();
          case SOURCE -> sources();
          case AGENT -> agents();
          default -> words(key);
        };
    return counts.entrySet().stream()
        .filter(e -> !e.getKey().isEmpty() && Words.folded(e.getKey()).startsWith(prefix))
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(e -> new Completion(inQuery(e.getKey()), e.getValue(), ""))
        .toList();
  }

  private Map<String, Long> ofGroups(IncidentQuery query, String column) throws SQLException {
    var sums = new GroupSums(db, Compiler.compile(db, view, workspace, query)).sums();
    Map<String, Long> counts = new HashMap<>();
    db.each(
        "SELECT g.id, n.value FROM grp g JOIN name n ON n.id = g." + column,
        r -> {
          GroupSums.Sum sum = sums.get(r.getLong(1));
          if (sum != null) {
            counts.merge(Words.restored(r.getString(2)), sum.total(), Long::sum);
          }
        });
    return counts;
  }

  private Map<String, Long> pythons() throws SQLException {
    return counted(
        "SELECT n.value, sum(p.n) FROM roll_python p JOIN name n ON n.id = p.python WHERE p.part IN"
            + " ("
            + view.parts()
            + ") GROUP BY 1");
  }

  private Map<String, Long> files() throws SQLException {
    return counted(
        "SELECT n.value, 0 FROM name n WHERE n.id IN (SELECT t.path FROM site t) LIMIT 5000");
  }

  private Map<String, Long> counted(String sql) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    db.each(sql, r -> counts.put(Words.restored(r.getString(1)), r.getLong(2)));
    return counts;
  }

  private Map<String, Long> sources() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    SourceQueries.visible(db, view).forEach(s -> counts.put(s.identity().displayName(), 0L));
    return counts;
  }

  private Map<String, Long> agents() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    SourceQueries.visible(db, view)
        .forEach(s -> s.identity().agent().ifPresent(agent -> counts.put(agent, 0L)));
    return counts;
  }

  /// The vocabulary of a key, with crashes where roll-ups know them.
  private Map<String, Long> words(QueryKey key) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    for (String word : key.vocabulary()) {
      boolean quick = key == QueryKey.STATUS || key == QueryKey.STATE || key == QueryKey.EFFECTIVE;
      counts.put(word, quick ? count(key, word) : 0L);
    }
    return counts;
  }

  private long count(QueryKey key, String word) throws SQLException {
    IncidentQuery query = new IncidentQuery(List.of(QueryTerm.of(key, new QueryValue.Word(word))));
    return new Counting(db, Compiler.compile(db, view, workspace, query)).counts().total();
  }

  private static String inQuery(String value) {
    return new IncidentQuery(
            List.of(
                new QueryTerm(
                    Optional.empty(),
                    false,
                    new ArrayList<>(List.of(new QueryValue.Text(value))),
                    0,
                    0)))
        .text();
  }
}
