package io.suturescope.app.store;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.model.verdict.VerdictKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Groups in order, and as rows of a table.
final class GroupQueries {

  private final Db db;
  private final Filter filter;

  GroupQueries(Db db, Filter filter) {
    this.db = db;
    this.filter = filter;
  }

  long[] ids(GroupOrder order) throws SQLException {
    return filter.everything()
        ? filter.view().remembered().order(order).get(() -> sorted(order)).clone()
        : sorted(order);
  }

  private long[] sorted(GroupOrder order) throws SQLException {
    return sorted(order, new GroupSums(db, filter).sums());
  }

  private long[] sorted(GroupOrder order, Map<Long, GroupSums.Sum> sums) throws SQLException {
    List<Map.Entry<Long, GroupSums.Sum>> groups = new ArrayList<>(sums.entrySet());
    groups.sort(comparator(order).thenComparing(Map.Entry::getKey));
    return groups.stream().mapToLong(Map.Entry::getKey).toArray();
  }

  /// Groups of one fingerprint, or of one merge, are put behind the best of them.
  ///
  /// @param merged group to the number of its merge, for groups merged by hand
  GroupIndex index(GroupOrder order, Map<Long, Long> merged) throws SQLException {
    long[] ordered = ids(order);
    Map<Long, Long> fingerprints = fingerprints();
    Map<Key, List<Long>> clusters = new LinkedHashMap<>();
    for (long group : ordered) {
      // A group without a fingerprint is a cluster of its own: negative ids are nobody's.
      Key key =
          merged.containsKey(group)
              ? new Key(true, merged.getOrDefault(group, group))
              : new Key(false, fingerprints.getOrDefault(group, -group));
      clusters.computeIfAbsent(key, ignored -> new ArrayList<>(1)).add(group);
    }
    long[] groups = new long[ordered.length];
    int[] starts = new int[clusters.size() + 1];
    int at = 0;
    int cluster = 0;
    for (List<Long> members : clusters.values()) {
      starts[cluster++] = at;
      for (long member : members) {
        groups[at++] = member;
      }
    }
    starts[cluster] = at;
    return new GroupIndex(groups, starts);
  }

  /// What the groups of one cluster have in common: a merge or a fingerprint.
  private record Key(boolean byHand, long number) {}

  private Map<Long, Long> fingerprints() throws SQLException {
    return filter.view().remembered().fingerprints().get(this::readFingerprints);
  }

  private Map<Long, Long> readFingerprints() throws SQLException {
    Map<Long, Long> fingerprints = new HashMap<>();
    db.each(
        "SELECT g.id, g.fingerprint FROM grp g JOIN name n ON n.id = g.fingerprint WHERE n.value"
            + " <> ''",
        r -> fingerprints.put(r.getLong(1), r.getLong(2)));
    return fingerprints;
  }

  private Comparator<Map.Entry<Long, GroupSums.Sum>> comparator(GroupOrder order)
      throws SQLException {
    Comparator<Map.Entry<Long, GroupSums.Sum>> latest =
        Comparator.comparingLong((Map.Entry<Long, GroupSums.Sum> e) -> e.getValue().lastOrNever())
            .reversed();
    return switch (order) {
      case SEVERITY ->
          Comparator.comparingInt((Map.Entry<Long, GroupSums.Sum> e) -> e.getValue().worst())
              .thenComparing(latest);
      case CRASHES ->
          Comparator.comparingLong((Map.Entry<Long, GroupSums.Sum> e) -> e.getValue().total())
              .reversed()
              .thenComparing(latest);
      case LAST_SEEN -> latest;
      case FUNCTION -> byName();
    };
  }

  private Comparator<Map.Entry<Long, GroupSums.Sum>> byName() throws SQLException {
    Map<Long, String> names = filter.view().remembered().names().get(this::readNames);
    return Comparator.comparing(e -> names.getOrDefault(e.getKey(), ""));
  }

  private Map<Long, String> readNames() throws SQLException {
    Map<Long, String> names = new HashMap<>();
    db.each(
        "SELECT g.id, coalesce(f.folded, f.value), m.value FROM grp g JOIN name f ON f.id ="
            + " g.function JOIN name m ON m.id = g.module",
        r -> names.put(r.getLong(1), r.getString(2) + "\0" + r.getString(3)));
    return names;
  }

  private record Named(
      long id,
      String fingerprint,
      String module,
      String function,
      String guard,
      String exception) {}

  List<GroupRow> rows(long[] ids, Optional<TimeRange> sparkRange, int buckets, Workspace workspace)
      throws SQLException {
    Instant now = workspace.clock().instant();
    PatchIndex patches = workspace.patches(db, filter.view());
    VerdictIndex verdicts = workspace.verdicts(db, filter.view());
    String json = Cond.ids(LongStream.of(ids).boxed().toList());
    Map<Long, GroupSums.Sum> sums = new GroupSums(db, filter.ofGroups(json)).sums();
    Map<Long, Long> copies = copies(json);
    Map<Long, List<String>> pythons = pythons(json);
    Map<Long, Long[]> sparks =
        sparkRange.isEmpty() || buckets == 0
            ? Map.of()
            : new Sparks(db, filter).of(ids, sparkRange.get(), buckets);
    Map<Long, GroupRow> rows = new HashMap<>();
    for (Named named : named(json)) {
      GroupSums.Sum sum = sums.get(named.id());
      if (sum != null) {
        List<Long> spark =
            Arrays.asList(
                sparks.getOrDefault(named.id(), zeros(sparkRange.isEmpty() ? 0 : buckets)));
        rows.put(
            named.id(),
            row(
                named,
                sum,
                copies.getOrDefault(named.id(), 0L),
                spark,
                patches.ofGroup(named.id(), named.guard()),
                pythons.getOrDefault(named.id(), List.of()),
                verdicts.standing(named.id()),
                now));
      }
    }
    return LongStream.of(ids).filter(rows::containsKey).mapToObj(rows::get).toList();
  }

  /// All groups with a match, worst first.
  List<GroupCount> counts() throws SQLException {
    Map<Long, GroupSums.Sum> sums = new GroupSums(db, filter).sums();
    Map<Long, GroupCount> counts = new HashMap<>();
    for (Named named : named(Cond.ids(sums.keySet()))) {
      GroupSums.Sum sum = Objects.requireNonNull(sums.get(named.id()));
      counts.put(
          named.id(),
          new GroupCount(
              named.id(),
              named.fingerprint(),
              named.module(),
              named.function(),
              named.guard(),
              named.exception(),
              sum.worstSeverity(),
              sum.counts(),
              optional(sum.last())));
    }
    return LongStream.of(sorted(GroupOrder.SEVERITY, sums))
        .filter(counts::containsKey)
        .mapToObj(counts::get)
        .toList();
  }

  private static Long[] zeros(int count) {
    Long[] zeros = new Long[count];
    Arrays.fill(zeros, 0L);
    return zeros;
  }

  private List<Named> named(String json) throws SQLException {
    return db.list(
        "SELECT g.id, fp.value, m.value, f.value, u.value, x.value FROM grp g JOIN name fp ON fp.id"
            + " = g.fingerprint JOIN name m ON m.id = g.module JOIN name f ON f.id = g.function JOIN"
            + " name u ON u.id = g.guard JOIN name x ON x.id = g.exception WHERE g.id IN (SELECT"
            + " value FROM json_each(?))",
        GroupQueries::named,
        json);
  }

  private static Named named(ResultSet r) throws SQLException {
    return new Named(
        r.getLong(1),
        Words.restored(r.getString(2)),
        Words.restored(r.getString(3)),
        Words.restored(r.getString(4)),
        Words.restored(r.getString(5)),
        Words.restored(r.getString(6)));
  }

  private Map<Long, Long> copies(String json) throws SQLException {
    Map<Long, Long> copies = new HashMap<>();
    db.each(
        "SELECT grp, count(*) FROM incident i WHERE i.copy = 1 AND i.grp IN (SELECT value FROM"
            + " json_each(?)) AND "
            + filter.view().rows().sql()
            + " GROUP BY grp",
        r -> copies.put(r.getLong(1), r.getLong(2)),
        join(json, filter.view().rows().values()));
    return copies;
  }

  private static Object[] join(Object first, List<Object> rest) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all.toArray();
  }

  private Map<Long, List<String>> pythons(String json) throws SQLException {
    Map<Long, TreeSet<String>> found = new HashMap<>();
    db.each(
        "SELECT p.grp, n.value FROM roll_python p JOIN name n ON n.id = p.python WHERE p.part IN ("
            + filter.view().parts()
            + ") AND p.grp IN (SELECT value FROM json_each(?)) AND n.value <> ''",
        r ->
            found
                .computeIfAbsent(r.getLong(1), k -> new TreeSet<>())
                .add(Words.restored(r.getString(2))),
        json);
    Map<Long, List<String>> pythons = new HashMap<>();
    found.forEach((group, versions) -> pythons.put(group, List.copyOf(versions)));
    return pythons;
  }

  private static GroupRow row(
      Named named,
      GroupSums.Sum sum,
      long copies,
      List<Long> spark,
      Optional<PatchIndex.Owner> owner,
      List<String> pythons,
      VerdictKind standing,
      Instant now) {
    Optional<JoinedPatch> patch = owner.map(PatchIndex.Owner::patch);
    return new GroupRow(
        named.id(),
        named.fingerprint(),
        named.module(),
        named.function(),
        named.guard(),
        named.exception(),
        sum.worstSeverity(),
        sum.counts(),
        sum.total(),
        copies,
        optional(sum.first()),
        optional(sum.last()),
        spark,
        owner.flatMap(PatchIndex.Owner::entry).map(LifecycleEntry::state),
        patch.map(p -> p.judge(now).state()),
        patch.flatMap(JoinedPatch::ttlStart),
        patch.flatMap(JoinedPatch::ttlEnd),
        patch.flatMap(JoinedPatch::file).map(f -> f.fact().signature()),
        pythons,
        standing == VerdictKind.NOT_RUN && copies > 0 ? VerdictKind.JUSTIFIED : standing);
  }

  private static Optional<Instant> optional(java.util.OptionalLong micros) {
    return micros.isPresent() ? Optional.of(Codes.instant(micros.getAsLong())) : Optional.empty();
  }
}
