package io.suturescope.app.store;

import io.suturescope.app.store.JoinedPatch.CrashGroup;
import io.suturescope.app.store.JoinedPatch.Entry;
import io.suturescope.app.store.PatchRow.Layer;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.query.IncidentQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Makes rows of patches, with what the crashes of all groups say.
final class PatchRows {

  private final Db db;
  private final Instant now;
  private final Map<Long, GroupSums.Sum> sums;
  private final Set<Long> justified;
  private final Map<Long, String> pythons;

  PatchRows(Db db, View view, Workspace workspace, Instant now) throws SQLException {
    this.db = db;
    this.now = now;
    sums = new GroupSums(db, Compiler.compile(db, view, workspace, IncidentQuery.ALL)).sums();
    justified = view.remembered().justified().get(this::justified);
    pythons = view.remembered().pythons().get(this::pythons);
  }

  PatchRow row(JoinedPatch patch) {
    List<GroupSums.Sum> crashes = sums(patch.groups());
    OptionalLong last = last(crashes);
    EffectiveJudgement judgement = patch.judge(now);
    return new PatchRow(
        patch.id(),
        patch.source(),
        patch.module(),
        patch.function(),
        layers(patch),
        patch.file().map(Stored::fact),
        patch.file().map(Stored::place),
        patch.fileGone(),
        judgement.state(),
        judgement.reason(),
        patch.ttlStart(),
        patch.ttlEnd(),
        total(crashes),
        worst(crashes),
        instant(last),
        patch.groups().stream().anyMatch(g -> justified.contains(g.id())),
        python(patch.groups(), last),
        patch.gone());
  }

  /// A layer with the moment that it began at, as far as anything tells.
  private record Begun(Layer layer, Instant at) {}

  private List<Layer> layers(JoinedPatch patch) {
    List<Begun> layers = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    for (Entry entry : patch.entries()) {
      String guard = entry.fact().guardType();
      // Crashes know the guard only: of two entries with one guard the first has them.
      List<CrashGroup> groups = counted.add(guard) ? of(patch, guard) : List.of();
      layers.add(
          new Begun(
              layer(guard, Optional.of(entry), groups),
              entry.fact().createdAt().orElse(Instant.MAX)));
    }
    for (String guard : patch.guards()) {
      if (counted.add(guard)) {
        List<CrashGroup> groups = of(patch, guard);
        layers.add(
            new Begun(layer(guard, Optional.empty(), groups), begun(patch, guard, sums(groups))));
      }
    }
    layers.sort(Comparator.comparing(Begun::at));
    return layers.stream().map(Begun::layer).toList();
  }

  private Layer layer(String guard, Optional<Entry> entry, List<CrashGroup> groups) {
    List<GroupSums.Sum> crashes = sums(groups);
    return new Layer(
        guard,
        entry.map(Entry::fact),
        entry.map(e -> e.stored().place()),
        total(crashes),
        instant(last(crashes)),
        entry.filter(Entry::gone).isPresent(),
        entry.filter(Entry::lost).isPresent());
  }

  /// With its first crash; a guard without one is that of the metadata, which name the last.
  private static Instant begun(JoinedPatch patch, String guard, List<GroupSums.Sum> crashes) {
    OptionalLong first =
        crashes.stream().map(GroupSums.Sum::first).flatMapToLong(OptionalLong::stream).min();
    return instant(first)
        .or(() ->
            patch
                .metadata()
                .filter(metadata -> metadata.guardType().equals(guard))
                .flatMap(PatchMetadata::patchedAt))
        .orElse(Instant.MAX);
  }

  private static List<CrashGroup> of(JoinedPatch patch, String guard) {
    return patch.groups().stream().filter(group -> group.guard().equals(guard)).toList();
  }

  private List<GroupSums.Sum> sums(List<CrashGroup> groups) {
    return groups.stream().map(g -> sums.get(g.id())).filter(Objects::nonNull).toList();
  }

  private static long total(List<GroupSums.Sum> crashes) {
    return crashes.stream().mapToLong(GroupSums.Sum::total).sum();
  }

  private static Severity worst(List<GroupSums.Sum> crashes) {
    return crashes.stream()
        .min(Comparator.comparingInt(GroupSums.Sum::worst))
        .map(GroupSums.Sum::worstSeverity)
        .orElse(Severity.UNKNOWN);
  }

  private static OptionalLong last(List<GroupSums.Sum> crashes) {
    return crashes.stream().map(GroupSums.Sum::last).flatMapToLong(OptionalLong::stream).max();
  }

  private static Optional<Instant> instant(OptionalLong micros) {
    return micros.isPresent() ? Optional.of(Codes.instant(micros.getAsLong())) : Optional.empty();
  }

  /// Of the latest crash.
  private String python(List<CrashGroup> groups, OptionalLong last) {
    for (CrashGroup group : groups) {
      GroupSums.Sum sum = sums.get(group.id());
      if (sum != null && last.isPresent() && sum.last().equals(last)) {
        return pythons.getOrDefault(group.id(), "");
      }
    }
    return "";
  }

  /// Through the copies, which are few.
  private Set<Long> justified() throws SQLException {
    return new HashSet<>(
        db.list(
            "SELECT DISTINCT c.grp FROM incident c INDEXED BY incident_copy JOIN fold f ON f.copy ="
                + " c.id WHERE c.copy = 1",
            r -> r.getLong(1)));
  }

  /// Of the latest crash of each group.
  private Map<Long, String> pythons() throws SQLException {
    Map<Long, String> found = new HashMap<>();
    for (var group : sums.entrySet()) {
      OptionalLong last = group.getValue().last();
      if (last.isPresent()) {
        db.first(
                "SELECT n.value FROM incident i INDEXED BY incident_grp JOIN env e ON e.id = i.env"
                    + " JOIN name n ON n.id = e.python WHERE i.grp = ? AND i.time = ? LIMIT 1",
                r -> Words.restored(r.getString(1)),
                group.getKey(),
                last.getAsLong())
            .ifPresent(python -> found.put(group.getKey(), python));
      }
    }
    return found;
  }
}
