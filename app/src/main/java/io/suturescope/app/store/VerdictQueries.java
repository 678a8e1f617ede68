package io.suturescope.app.store;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ledgers as rows.
final class VerdictQueries {

  private final Db db;
  private final View view;
  private final Workspace workspace;

  VerdictQueries(Db db, View view, Workspace workspace) {
    this.db = db;
    this.view = view;
    this.workspace = workspace;
  }

  /// Those that need most attention first, patches without a verdict last.
  List<VerdictRow> rows(IncidentQuery query) throws SQLException {
    VerdictIndex index = workspace.verdicts(db, view);
    Map<PatchedFunction.Key, VerdictRow> rows = new LinkedHashMap<>();
    for (PatchRow patch : new PatchQueries(db, view, workspace).rows(query)) {
      PatchedFunction.Key key = key(patch);
      index
          .of(key)
          .ifPresent(ledger ->
              rows.putIfAbsent(
                  key, new VerdictRow(Optional.of(patch), patch.source(), "", ledger)));
    }
    List<VerdictRow> all = new ArrayList<>(rows.values());
    index
        .unclaimed()
        .forEach((named, ledger) -> {
          if (query.terms().stream().allMatch(t -> matches(named, ledger, t) != t.negated())) {
            all.add(new VerdictRow(Optional.empty(), named.source(), named.file(), ledger));
          }
        });
    all.sort(
        Comparator.comparing((VerdictRow row) -> row.ledger().standing())
            .thenComparing(row -> row.patch().isEmpty())
            .thenComparing(row -> row.ledger().subject().name())
            .thenComparingLong(row -> row.source().id()));
    return List.copyOf(all);
  }

  static PatchedFunction.Key key(PatchRow patch) {
    return new PatchedFunction.Key(patch.source().id(), patch.module(), patch.function());
  }

  /// Of verdicts without a patch only these are known: everything else matches none.
  private static boolean matches(
      VerdictClaims.Unclaimed named, VerdictLedger ledger, QueryTerm term) {
    return term.values().stream().anyMatch(value -> matches(named, ledger, term, value));
  }

  private static boolean matches(
      VerdictClaims.Unclaimed named, VerdictLedger ledger, QueryTerm term, QueryValue value) {
    if (term.key().isEmpty()) {
      return value instanceof QueryValue.Text(String text)
          && Pattern.matches("*" + text + "*", named.function());
    }
    return switch (value) {
      case QueryValue.Word(String word) ->
          switch (term.key().get()) {
            case VERDICT -> VerdictKind.ofWord(word).filter(ledger::has).isPresent();
            case IS -> word.equals("divergent") && ledger.has(VerdictKind.DIVERGENT);
            default -> false;
          };
      case QueryValue.Text(String text) ->
          switch (term.key().get()) {
            case FN -> Pattern.matches(text, named.function());
            case FILE -> Pattern.matches(text, named.file());
            case SOURCE ->
                Pattern.matches(text, named.source().identity().displayName())
                    || Pattern.matches(text, named.source().identity().path());
            default -> false;
          };
      default -> false;
    };
  }
}
