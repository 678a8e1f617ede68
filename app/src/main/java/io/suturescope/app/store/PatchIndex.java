package io.suturescope.app.store;

import io.suturescope.app.store.JoinedPatch.CrashGroup;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.verdict.VerdictKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The patches of one revision of the workspace, joined with the groups of their crashes.
final class PatchIndex {

  private final long revision;
  private final List<JoinedPatch> patches;
  private final List<CrashGroup> groups;
  private final Map<Long, JoinedPatch> byGroup;

  private PatchIndex(long revision, List<JoinedPatch> patches, List<CrashGroup> groups) {
    this.revision = revision;
    this.patches = patches;
    this.groups = groups;
    this.byGroup = owners(patches);
  }

  /// The patch that the crashes of a group led to.
  ///
  /// @param entry the lifecycle entry of the group's own guard
  record Owner(JoinedPatch patch, Optional<LifecycleEntry> entry) {

    private static Owner of(JoinedPatch patch, String guard) {
      Optional<LifecycleEntry> entry =
          patch.entries().stream()
              .filter(e -> e.fact().guardType().equals(guard))
              .max(Comparator.comparing(e -> !e.gone()))
              .map(JoinedPatch.Entry::fact);
      return new Owner(patch, entry);
    }
  }

  long revision() {
    return revision;
  }

  List<JoinedPatch> patches() {
    return patches;
  }

  Optional<JoinedPatch> ofGroup(long group) {
    return Optional.ofNullable(byGroup.get(group));
  }

  Optional<Owner> ofGroup(long group, String guard) {
    return ofGroup(group).map(patch -> Owner.of(patch, guard));
  }

  static PatchIndex load(Db db, View view) throws SQLException {
    List<CrashGroup> groups =
        db.list(
            "SELECT g.id, m.value, f.value, u.value FROM grp g JOIN name m ON m.id = g.module JOIN"
                + " name f ON f.id = g.function JOIN name u ON u.id = g.guard WHERE g.id IN (SELECT"
                + " grp FROM roll_grp WHERE part IN ("
                + view.parts()
                + ") AND level = 0)",
            r ->
                new CrashGroup(
                    r.getLong(1),
                    Words.restored(r.getString(2)),
                    Words.restored(r.getString(3)),
                    Words.restored(r.getString(4))));
    return new PatchIndex(view.revision(), PatchJoin.join(db, groups), groups);
  }

  /// Of several sources' patches of one function, one with an entry for the guard speaks, and of
  /// those the one changed last.
  private static Map<Long, JoinedPatch> owners(List<JoinedPatch> patches) {
    Map<Long, JoinedPatch> owners = new HashMap<>();
    Map<Long, Boolean> withEntry = new HashMap<>();
    patches.stream()
        .sorted(
            Comparator.comparing((JoinedPatch p) -> !p.gone()).thenComparing(JoinedPatch::changed))
        .forEach(p ->
            p.groups()
                .forEach(g -> {
                  boolean entry = Owner.of(p, g.guard()).entry().isPresent();
                  if (entry || !withEntry.getOrDefault(g.id(), false)) {
                    owners.put(g.id(), p);
                    withEntry.put(g.id(), entry);
                  }
                }));
    return owners;
  }

  /// Groups whose patch satisfies one of the values; `state:` asks for the entry of the group's own
  /// guard.
  List<Long> groups(QueryKey key, List<QueryValue> values, Instant now) {
    return groups(owner -> {
      Optional<JoinedPatch> patch = owner.map(Owner::patch);
      List<LifecycleEntry> entries = owner.flatMap(Owner::entry).stream().toList();
      return values.stream().anyMatch(v -> satisfies(patch, entries, key, v, now));
    });
  }

  /// Groups whose patch is wanted.
  List<Long> groupsOf(Predicate<JoinedPatch> wanted) {
    return groups(owner -> owner.filter(o -> wanted.test(o.patch())).isPresent());
  }

  private List<Long> groups(Predicate<Optional<Owner>> wanted) {
    return groups.stream()
        .filter(g -> wanted.test(ofGroup(g.id(), g.guard())))
        .map(CrashGroup::id)
        .toList();
  }

  /// @param word `removable`, `regressed` or `divergent`
  static boolean is(JoinedPatch patch, String word, VerdictIndex verdicts, Instant now) {
    return switch (word) {
      case "removable" ->
          patch.file().filter(f -> !f.gone() && f.fact().codeFile()).isPresent()
              && (patch.judge(now).state() == EffectiveState.FIXED || verdicts.unnecessary(patch));
      case "regressed" -> patch.judge(now).state() == EffectiveState.REOPENED;
      case "divergent" -> verdicts.has(patch, Optional.of(VerdictKind.DIVERGENT));
      default -> false;
    };
  }

  /// `state:` is satisfied by any layer's recorded state.
  static boolean satisfies(JoinedPatch patch, QueryKey key, QueryValue value, Instant now) {
    return satisfies(Optional.of(patch), patch.telling(), key, value, now);
  }

  private static boolean satisfies(
      Optional<JoinedPatch> patch,
      List<LifecycleEntry> entries,
      QueryKey key,
      QueryValue value,
      Instant now) {
    return switch (value) {
      case QueryValue.Word(String word) ->
          switch (key) {
            case STATE -> isRecorded(entries, word);
            case EFFECTIVE ->
                patch.filter(p -> p.judge(now).state().word().equals(word)).isPresent();
            case SIGNATURE ->
                patch
                    .flatMap(JoinedPatch::file)
                    .filter(f -> f.fact().signature().word().equals(word))
                    .isPresent();
            default -> false;
          };
      case QueryValue.Left(var comparison, var left) ->
          patch
              .flatMap(JoinedPatch::ttlEnd)
              .filter(end -> comparison.holds(Duration.between(now, end).compareTo(left)))
              .isPresent();
      default -> false;
    };
  }

  private static boolean isRecorded(List<LifecycleEntry> entries, String word) {
    return entries.isEmpty()
        ? word.equals("none")
        : entries.stream().map(LifecycleEntry::state).map(PatchState::word).anyMatch(word::equals);
  }
}
