package io.suturescope.app.store;

import io.suturescope.app.store.JoinedPatch.CrashGroup;
import io.suturescope.app.store.JoinedPatch.Entry;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.PatchSighting;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins lifecycle entries, patch files and crash groups by source, module and function.
final class PatchJoin {

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparing((Entry e) -> e.fact().createdAt().orElse(Instant.MAX))
          .thenComparing(e -> e.fact().key());

  private final Db db;
  private final Map<Name, List<CrashGroup>> groups = new HashMap<>();
  private final Map<String, Stored<PatchFile>> files = new LinkedHashMap<>();
  private final boolean oneSource;

  private record Name(String module, String function) {}

  private record Function(long source, Name name) {}

  private PatchJoin(Db db, List<CrashGroup> all, List<Stored<PatchFile>> read) throws SQLException {
    this.db = db;
    for (CrashGroup group : all) {
      groups
          .computeIfAbsent(new Name(group.module(), group.function()), _ -> new ArrayList<>())
          .add(group);
    }
    read.forEach(
        f -> files.merge(fileKey(f.source().id(), f.fact().baseName()), f, PatchJoin::newer));
    oneSource = SourceQueries.all(db).size() < 2;
  }

  static List<JoinedPatch> join(Db db, List<CrashGroup> groups) throws SQLException {
    PatchJoin join = new PatchJoin(db, groups, Facts.list(db, FactKind.PATCH, FactBytes::patch));
    List<JoinedPatch> disk =
        join.joined(Facts.list(db, FactKind.LIFECYCLE, FactBytes::lifecycle), lost(db));
    List<Stored<PatchSighting>> sightings =
        Facts.list(db, FactKind.AGENT_PATCH, SightingBytes::sighting).stream()
            .filter(sighting -> !sighting.gone())
            .toList();
    return sightings.isEmpty() ? disk : join.withSightings(disk, sightings);
  }

  /// A report is about the patch of another source when the names and the bytes of the file are the
  /// same; names alone are no proof. Else it is a patch of its own.
  private List<JoinedPatch> withSightings(
      List<JoinedPatch> disk, List<Stored<PatchSighting>> sightings) throws SQLException {
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int at = 0; at < disk.size(); at++) {
      byName.computeIfAbsent(baseName(name(disk.get(at))), _ -> new ArrayList<>()).add(at);
    }
    Map<Integer, List<Stored<PatchSighting>>> seen = new HashMap<>();
    Map<Function, List<Stored<PatchSighting>>> alone = new LinkedHashMap<>();
    for (Stored<PatchSighting> sighting : sightings) {
      PatchReport report = sighting.fact().report();
      Name name = new Name(report.module(), report.qualname());
      List<Integer> same =
          byName.getOrDefault(baseName(name), List.of()).stream()
              .filter(at -> isOf(disk.get(at), sighting.fact()))
              .toList();
      same.forEach(at -> seen.computeIfAbsent(at, _ -> new ArrayList<>()).add(sighting));
      if (same.isEmpty()) {
        alone
            .computeIfAbsent(new Function(sighting.source().id(), name), _ -> new ArrayList<>())
            .add(sighting);
      }
    }
    List<JoinedPatch> all = new ArrayList<>();
    for (int at = 0; at < disk.size(); at++) {
      all.add(seen(disk.get(at), seen.getOrDefault(at, List.of())));
    }
    for (var function : alone.entrySet()) {
      all.add(alone(function.getKey().name(), function.getValue()));
    }
    return all;
  }

  private static Name name(JoinedPatch patch) {
    return new Name(patch.module(), patch.function());
  }

  private static boolean isOf(JoinedPatch patch, PatchSighting sighting) {
    return patch
        .file()
        .filter(file -> sighting.codeHashes().contains(file.fact().codeHash()))
        .isPresent();
  }

  private static JoinedPatch seen(JoinedPatch patch, List<Stored<PatchSighting>> sightings) {
    return new JoinedPatch(
        patch.source(),
        patch.module(),
        patch.function(),
        patch.entries(),
        patch.file(),
        patch.groups(),
        sightings);
  }

  /// With the agent's rows as entries: it tells their states, not how they came about.
  private JoinedPatch alone(Name name, List<Stored<PatchSighting>> sightings) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    for (Stored<PatchSighting> sighting : sightings) {
      for (PatchReport.Row row : sighting.fact().report().lifecycle()) {
        entries.add(new Entry(entry(sighting, name, row), false));
      }
    }
    JoinedPatch patch =
        new JoinedPatch(
            sightings.getFirst().source(),
            name.module(),
            name.function(),
            withoutOld(entries),
            Optional.empty(),
            List.of(),
            sightings);
    return withGroups(patch);
  }

  private static Stored<LifecycleEntry> entry(
      Stored<PatchSighting> sighting, Name name, PatchReport.Row row) {
    String start = name.module() + ":" + name.function() + ":";
    String guard = row.id().startsWith(start) ? row.id().substring(start.length()) : "";
    LifecycleEntry entry =
        new LifecycleEntry(
            row.id(),
            name.module(),
            name.function(),
            guard,
            row.state(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of());
    return new Stored<>(sighting.id(), sighting.source(), entry, sighting.place(), false);
  }

  /// Entries that are gone from a file that is still there; a file of which nothing could be read
  /// has lost nothing yet.
  private static Set<Long> lost(Db db) throws SQLException {
    return new HashSet<>(
        db.list(
            "SELECT t.id FROM fact t JOIN file f ON f.id = t.file_id WHERE t.kind = ? AND t.gone ="
                + " 1 AND t.pending = 0 AND f.gone = 0 AND (EXISTS (SELECT 1 FROM fact o WHERE"
                + " o.file_id = f.id AND o.kind = t.kind AND o.gone = 0 AND o.pending = 0) OR NOT"
                + " EXISTS (SELECT 1 FROM problem p WHERE p.source_id = f.source_id AND p.path ="
                + " f.path AND p.pending = 0 AND p.weight = 0))",
            r -> r.getLong(1),
            FactKind.LIFECYCLE.code()));
  }

  private List<JoinedPatch> joined(List<Stored<LifecycleEntry>> entries, Set<Long> lost)
      throws SQLException {
    Map<Function, List<Entry>> functions = new LinkedHashMap<>();
    for (Stored<LifecycleEntry> entry : entries) {
      Name name = new Name(entry.fact().module(), entry.fact().function());
      functions
          .computeIfAbsent(new Function(entry.source().id(), name), _ -> new ArrayList<>())
          .add(new Entry(entry, lost.contains(entry.id())));
    }
    List<JoinedPatch> patches = new ArrayList<>();
    Set<Stored<PatchFile>> taken = new HashSet<>();
    for (var function : functions.entrySet()) {
      String base = baseName(function.getKey().name());
      Optional<Stored<PatchFile>> file =
          Optional.ofNullable(files.get(fileKey(function.getKey().source(), base)));
      file.ifPresent(taken::add);
      List<Entry> own = withoutOld(function.getValue());
      own.sort(OLDEST_FIRST);
      patches.add(patch(own.getFirst().stored().source(), function.getKey().name(), own, file));
    }
    Map<String, Name> namesOfFiles = new HashMap<>();
    groups.keySet().forEach(name -> namesOfFiles.put(baseName(name), name));
    for (Stored<PatchFile> file : files.values()) {
      if (!taken.contains(file)) {
        // Its module is known only from incidents.
        Name name =
            Optional.ofNullable(namesOfFiles.get(file.fact().baseName()))
                .orElseGet(() -> split(file.fact()));
        patches.add(patch(file.source(), name, List.of(), Optional.of(file)));
      }
    }
    return patches;
  }

  /// What is gone under a key that is there again, in another file, is the same entry.
  private static List<Entry> withoutOld(List<Entry> entries) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byKey.merge(entry.fact().key(), entry, (a, b) -> b.gone() && !a.gone() ? a : b);
    }
    return new ArrayList<>(byKey.values());
  }

  private JoinedPatch patch(
      SourceRow source, Name name, List<Entry> entries, Optional<Stored<PatchFile>> file)
      throws SQLException {
    return withGroups(
        new JoinedPatch(
            source, name.module(), name.function(), entries, file, List.of(), List.of()));
  }

  private JoinedPatch withGroups(JoinedPatch told) throws SQLException {
    List<CrashGroup> own = new ArrayList<>();
    for (CrashGroup group : groups.getOrDefault(name(told), List.of())) {
      if (oneSource
          || told.guards().contains(group.guard())
          || isIn(told.source().id(), group.id())) {
        own.add(group);
      }
    }
    return new JoinedPatch(
        told.source(),
        told.module(),
        told.function(),
        told.entries(),
        told.file(),
        own,
        told.sightings());
  }

  /// A guard that only crashes tell of is a layer where it crashed, not in other sources that have
  /// a function of that name.
  private boolean isIn(long source, long group) throws SQLException {
    return db.first(
            "SELECT 1 FROM incident i WHERE i.grp = ? AND " + LatestCrashes.IN_SOURCE + " LIMIT 1",
            r -> r.getLong(1),
            group,
            source,
            source)
        .isPresent();
  }

  /// By the qualname in the bytes or the metadata, where the file name ends with it.
  private static Name split(PatchFile patch) {
    String base = patch.baseName();
    for (String function :
        List.of(
            patch.metadata().map(m -> m.functionName()).orElse(""),
            patch.qualname().replace('<', '_').replace('>', '_'))) {
      if (!function.isEmpty() && base.endsWith("." + function)) {
        return new Name(base.substring(0, base.length() - function.length() - 1), function);
      }
    }
    int dot = base.lastIndexOf('.');
    return dot < 0 ? new Name("", base) : new Name(base.substring(0, dot), base.substring(dot + 1));
  }

  private static Stored<PatchFile> newer(Stored<PatchFile> a, Stored<PatchFile> b) {
    if (a.gone() != b.gone()) {
      return a.gone() ? b : a;
    }
    return b;
  }

  private static String fileKey(long source, String baseName) {
    return source + " " + baseName;
  }

  private static String baseName(Name name) {
    return name.module() + "." + name.function().replace('<', '_').replace('>', '_');
  }
}
