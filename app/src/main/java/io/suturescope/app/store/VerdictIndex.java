package io.suturescope.app.store;

import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import io.suturescope.model.verdict.VerdictSentence;
import io.suturescope.model.verdict.VerdictSource;
import io.suturescope.model.verdict.VerdictSubject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The verdicts of one revision of the workspace, by patched function.
final class VerdictIndex {

  private final Map<PatchedFunction.Key, VerdictLedger> ledgers = new LinkedHashMap<>();
  private final Map<Long, List<PatchedFunction.Key>> byGroup = new HashMap<>();
  private final Map<VerdictClaims.Unclaimed, VerdictLedger> unclaimed = new LinkedHashMap<>();

  private VerdictIndex() {}

  static VerdictIndex load(Db db, PatchIndex patches, Map<Long, GroupSums.Sum> sums)
      throws SQLException {
    VerdictCopies copies = VerdictCopies.load(db);
    List<Stored<Verdict>> printed =
        Facts.list(db, FactKind.VERDICT, VerdictBytes::verdict).stream()
            .filter(stored -> !stored.gone())
            .toList();
    List<PatchedFunction> functions = patches.patches().stream().map(PatchedFunction::of).toList();
    Map<Long, Set<String>> files = printed.isEmpty() ? Map.of() : VerdictClaims.files(db);
    VerdictClaims claims = new VerdictClaims(functions, files);
    Map<Long, SourceRow> sources = new HashMap<>();
    SourceQueries.all(db).forEach(s -> sources.put(s.id(), s));
    claims.copies(copies, sources);
    printed.forEach(claims::printed);
    VerdictIndex index = new VerdictIndex();
    for (PatchedFunction function : functions) {
      List<VerdictEntry> entries = claims.of(function);
      long crashes =
          function.groups().stream()
              .map(sums::get)
              .filter(Objects::nonNull)
              .mapToLong(GroupSums.Sum::total)
              .sum();
      Newest newest = entries.isEmpty() ? Newest.NONE : newest(db, function.groups());
      VerdictSubject subject =
          new VerdictSubject(
              function.module(),
              function.function(),
              function.guards(),
              function.patchedAt(),
              crashes,
              copies.crashes(function.groups()),
              newest.exception(),
              newest.defaultValue());
      index.ledgers.put(function.key(), VerdictLedger.of(subject, entries));
      function
          .groups()
          .forEach(
              g -> index.byGroup.computeIfAbsent(g, _ -> new ArrayList<>()).add(function.key()));
    }
    claims
        .unclaimed()
        .forEach((named, entries) ->
            index.unclaimed.put(named, VerdictLedger.of(unknown(named), entries)));
    return index;
  }

  /// What the newest crash says.
  private record Newest(Optional<String> exception, Optional<String> defaultValue) {
    static final Newest NONE = new Newest(Optional.empty(), Optional.empty());
  }

  private static Newest newest(Db db, List<Long> groups) throws SQLException {
    return db.first(
            "SELECT x.value, d.value FROM incident i JOIN grp g ON g.id = i.grp JOIN name x ON x.id"
                + " = g.exception JOIN shape h ON h.id = i.shape JOIN site t ON t.id = h.site JOIN"
                + " name d ON d.id = t.standin WHERE i.copy = 0 AND i.id IN (SELECT (SELECT n.id"
                + " FROM incident n WHERE n.grp = j.value AND n.copy = 0 ORDER BY n.time DESC LIMIT"
                + " 1) FROM json_each(?) j) ORDER BY i.time DESC LIMIT 1",
            r ->
                new Newest(
                    Optional.of(Words.restored(r.getString(1))),
                    Optional.of(VerdictSentence.python(Words.restored(r.getString(2))))),
            Cond.ids(groups))
        .orElse(Newest.NONE);
  }

  private static VerdictSubject unknown(VerdictClaims.Unclaimed named) {
    return new VerdictSubject(
        "",
        named.function(),
        List.of(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  Optional<VerdictLedger> of(PatchedFunction.Key function) {
    return Optional.ofNullable(ledgers.get(function));
  }

  /// Verdicts that fit no patch, by what they name.
  Map<VerdictClaims.Unclaimed, VerdictLedger> unclaimed() {
    return unclaimed;
  }

  private List<VerdictLedger> ofGroup(long group) {
    return byGroup.getOrDefault(group, List.of()).stream()
        .map(ledgers::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /// What stands of the patch that the crashes of a group led to.
  VerdictKind standing(long group) {
    return ofGroup(group).stream()
        .map(VerdictLedger::standing)
        .min(VerdictKind::compareTo)
        .orElse(VerdictKind.NOT_RUN);
  }

  /// Groups whose patch has such a verdict of its present code, which their crashes do not carry
  /// themselves: any but justified, and justified where no crash was marked.
  List<Long> groups(VerdictKind kind) {
    Predicate<VerdictLedger> said =
        kind == VerdictKind.JUSTIFIED
            ? ledger -> ledger.has(kind) && !hasCopy(ledger)
            : ledger -> ledger.has(kind);
    return byGroup.keySet().stream().filter(g -> ofGroup(g).stream().anyMatch(said)).toList();
  }

  private static boolean hasCopy(VerdictLedger ledger) {
    return ledger.entries().stream()
        .anyMatch(e -> e.verdict().source() == VerdictSource.FOLDED_COPY);
  }

  /// True when what stands of a patch is that it changed nothing, and that is about no other.
  boolean unnecessary(JoinedPatch patch) {
    return of(PatchedFunction.of(patch).key())
        .flatMap(VerdictLedger::standingEntry)
        .filter(e -> e.verdict().kind() == VerdictKind.UNNECESSARY && !e.ambiguous())
        .isPresent();
  }

  /// True when a patch has such a verdict of its present code.
  boolean has(JoinedPatch patch, Optional<VerdictKind> kind) {
    Optional<VerdictLedger> ledger = of(PatchedFunction.of(patch).key());
    return kind.filter(k -> ledger.map(known -> known.has(k)).orElse(k == VerdictKind.NOT_RUN))
        .isPresent();
  }
}
