package io.suturescope.app.store;

import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says which functions each verdict may be about. CodeSuture names them by bare names, so that is
/// often more than one; then each gets the verdict, with the names of the others.
final class VerdictClaims {

  private final List<PatchedFunction> functions;
  private final Map<String, List<PatchedFunction>> byName = new HashMap<>();
  private final Set<Long> patchedSources = new HashSet<>();
  private final Map<Long, Set<String>> filesOfGroups;
  private final Map<PatchedFunction.Key, List<VerdictEntry>> entries = new HashMap<>();
  private final Map<Unclaimed, List<VerdictEntry>> unclaimed = new LinkedHashMap<>();

  /// What a verdict names that fits no patch.
  record Unclaimed(SourceRow source, String file, String function) {}

  VerdictClaims(List<PatchedFunction> functions, Map<Long, Set<String>> filesOfGroups) {
    this.functions = functions;
    this.filesOfGroups = filesOfGroups;
    for (PatchedFunction function : functions) {
      patchedSources.add(function.source().id());
      patchedSources.addAll(function.agents());
      for (String name : function.plainNames()) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(function);
      }
    }
  }

  /// The files that the crashes of each group name.
  static Map<Long, Set<String>> files(Db db) throws SQLException {
    Map<Long, Set<String>> files = new HashMap<>();
    db.each(
        "SELECT DISTINCT h.grp, p.value FROM shape h JOIN site t ON t.id = h.site JOIN name p ON"
            + " p.id = t.path",
        r ->
            files
                .computeIfAbsent(r.getLong(1), _ -> new HashSet<>())
                .add(Words.restored(r.getString(2))));
    return files;
  }

  List<VerdictEntry> of(PatchedFunction function) {
    return entries.getOrDefault(function.key(), List.of());
  }

  Map<Unclaimed, List<VerdictEntry>> unclaimed() {
    return unclaimed;
  }

  private void add(PatchedFunction function, VerdictEntry entry) {
    entries.computeIfAbsent(function.key(), _ -> new ArrayList<>()).add(entry);
  }

  /// A copy stands on the crash of one function; CodeSuture looked for it by bare name and guard.
  void copies(VerdictCopies copies, Map<Long, SourceRow> sources) {
    Map<Long, List<PatchedFunction>> owners = new HashMap<>();
    for (PatchedFunction function : functions) {
      function
          .groups()
          .forEach(g -> owners.computeIfAbsent(g, _ -> new ArrayList<>()).add(function));
    }
    Map<Named, List<String>> fitting = new HashMap<>();
    owners.forEach((group, all) -> {
      for (VerdictCopies.Copy copy : copies.of(group)) {
        List<PatchedFunction> same =
            all.stream().filter(f -> f.source().id() == copy.source()).toList();
        for (PatchedFunction owner : same.isEmpty() ? all : same) {
          String guard = copy.verdict().guard().orElse("");
          List<String> names =
              fitting.computeIfAbsent(
                  new Named(owner.key(), guard), _ -> names(fitting(owner, guard)));
          add(owner, entry(copy, names, sources));
        }
      }
    });
  }

  /// What CodeSuture looked for: many copies have one.
  private record Named(PatchedFunction.Key owner, String guard) {}

  private static VerdictEntry entry(
      VerdictCopies.Copy copy, List<String> fitting, Map<Long, SourceRow> sources) {
    return new VerdictEntry(
        copy.verdict(),
        SourceQueries.of(sources, copy.source()).identity().displayName(),
        copy.place(),
        fitting,
        false);
  }

  private List<PatchedFunction> fitting(PatchedFunction owner, String guard) {
    return owner.function().indexOf('.') >= 0
        ? List.of(owner)
        : called(owner.function()).stream()
            .filter(f ->
                f.key().equals(owner.key())
                    || (f.source().id() == owner.source().id() && f.guards().contains(guard)))
            .toList();
  }

  private List<PatchedFunction> called(String bareName) {
    return byName.getOrDefault(PatchedFunction.plain(bareName), List.of()).stream()
        .filter(f -> f.isCalled(bareName))
        .toList();
  }

  /// A printed line names `FILE:NAME`, or the bare name alone.
  void printed(Stored<Verdict> stored) {
    Verdict verdict = stored.fact();
    long source = stored.source().id();
    // An agent's verdict is about what that agent reports.
    boolean inProject = verdict.source() == VerdictSource.AGENT || patchedSources.contains(source);
    List<PatchedFunction> fitting =
        called(verdict.function()).stream()
            .filter(f -> !inProject || f.isOf(source))
            .filter(f -> fits(f, verdict))
            .toList();
    boolean shared = fitting.stream().map(f -> f.source().id()).distinct().count() < fitting.size();
    VerdictEntry entry =
        new VerdictEntry(
            verdict,
            stored.source().identity().displayName(),
            stored.place(),
            names(fitting),
            shared);
    if (fitting.isEmpty()) {
      Unclaimed named =
          new Unclaimed(stored.source(), verdict.file().orElse(""), verdict.function());
      unclaimed.computeIfAbsent(named, _ -> new ArrayList<>()).add(entry);
    }
    fitting.forEach(function -> add(function, entry));
  }

  private boolean fits(PatchedFunction function, Verdict verdict) {
    if (verdict.source() == VerdictSource.AGENT) {
      return verdict.module().map(function.module()::equals).orElse(true);
    }
    Set<String> crashed = new HashSet<>();
    function.groups().forEach(g -> crashed.addAll(filesOfGroups.getOrDefault(g, Set.of())));
    return verdict
        .file()
        .map(file ->
            crashed.contains(file) || function.moduleIsAt(file) || function.mayBeAnywhere(crashed))
        .orElse(true);
  }

  /// With the source where the name alone does not tell.
  private static List<String> names(List<PatchedFunction> functions) {
    return functions.stream()
        .map(f -> {
          boolean twice = functions.stream().filter(o -> o.name().equals(f.name())).count() > 1;
          return twice ? f.name() + " (" + f.source().identity().displayName() + ")" : f.name();
        })
        .toList();
  }
}
