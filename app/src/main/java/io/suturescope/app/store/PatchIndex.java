package io.suturescope.app.store;

import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryValue;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The patches of one revision of the workspace, joined with the groups of their crashes.
final class PatchIndex {

  private final long revision;
  private final List<Joined> patches;
  private final List<Long> groups;
  private final Map<Long, Joined> byGroup;

  private PatchIndex(
      long revision, List<Joined> patches, List<Long> groups, Map<Long, Joined> byGroup) {
    this.revision = revision;
    this.patches = patches;
    this.groups = groups;
    this.byGroup = byGroup;
  }

  /// What disk knows of one patch.
  record Joined(
      SourceRow source,
      String module,
      String function,
      String guard,
      Optional<Stored<LifecycleEntry>> lifecycle,
      Optional<Stored<PatchFile>> file,
      List<Long> groups) {

    Optional<LifecycleEntry> entry() {
      return lifecycle.map(Stored::fact);
    }

    EffectiveJudgement judge(Instant now) {
      return EffectiveJudgement.ofDisk(
          entry(), file.map(Stored::fact), file.filter(Stored::gone).isPresent(), now);
    }

    Optional<Instant> ttlStart() {
      return EffectiveJudgement.ttlStart(entry(), file.map(Stored::fact));
    }

    Optional<Instant> ttlEnd() {
      return EffectiveJudgement.ttlEnd(entry(), file.map(Stored::fact));
    }

    boolean gone() {
      return lifecycle.map(Stored::gone).orElse(true) && file.map(Stored::gone).orElse(true);
    }
  }

  long revision() {
    return revision;
  }

  List<Joined> patches() {
    return patches;
  }

  Optional<Joined> ofGroup(long group) {
    return Optional.ofNullable(byGroup.get(group));
  }

  private record Group(long id, String module, String function, String guard) {}

  private record Name(String module, String function) {}

  static PatchIndex load(Db db, View view) throws SQLException {
    List<Stored<LifecycleEntry>> entries = Facts.list(db, FactKind.LIFECYCLE, FactBytes::lifecycle);
    List<Stored<PatchFile>> files = Facts.list(db, FactKind.PATCH, FactBytes::patch);
    List<Group> groups =
        db.list(
            "SELECT g.id, m.value, f.value, u.value FROM grp g JOIN name m ON m.id = g.module JOIN"
                + " name f ON f.id = g.function JOIN name u ON u.id = g.guard WHERE g.id IN (SELECT"
                + " grp FROM roll_grp WHERE part IN ("
                + view.parts()
                + ") AND level = 0)",
            r ->
                new Group(
                    r.getLong(1),
                    Words.restored(r.getString(2)),
                    Words.restored(r.getString(3)),
                    Words.restored(r.getString(4))));
    return join(view.revision(), entries, files, groups);
  }

  private static PatchIndex join(
      long revision,
      List<Stored<LifecycleEntry>> entries,
      List<Stored<PatchFile>> files,
      List<Group> groups) {
    Map<Name, List<Group>> groupsByName = new HashMap<>();
    for (Group group : groups) {
      groupsByName
          .computeIfAbsent(new Name(group.module(), group.function()), k -> new ArrayList<>())
          .add(group);
    }
    Map<String, Stored<PatchFile>> filesByName = new LinkedHashMap<>();
    files.forEach(f ->
        filesByName.merge(fileKey(f.source().id(), f.fact().baseName()), f, PatchIndex::newer));
    Map<String, Name> namesOfFiles = new HashMap<>();
    for (Name name : groupsByName.keySet()) {
      namesOfFiles.put(baseName(name.module(), name.function()), name);
    }
    List<Joined> patches = new ArrayList<>();
    for (Stored<LifecycleEntry> entry : entries) {
      LifecycleEntry e = entry.fact();
      String key = fileKey(entry.source().id(), baseName(e.module(), e.function()));
      Optional<Stored<PatchFile>> file = Optional.ofNullable(filesByName.get(key));
      patches.add(
          new Joined(
              entry.source(),
              e.module(),
              e.function(),
              e.guardType(),
              Optional.of(entry),
              file,
              ids(groupsByName, new Name(e.module(), e.function()), e.guardType())));
    }
    patches.forEach(p -> p.file().ifPresent(f -> filesByName.values().remove(f)));
    for (Stored<PatchFile> file : filesByName.values()) {
      patches.add(alone(file, namesOfFiles, groupsByName));
    }
    return new PatchIndex(
        revision, patches, groups.stream().map(Group::id).toList(), owners(patches));
  }

  /// A patch file without a lifecycle entry: its module is known only from incidents.
  private static Joined alone(
      Stored<PatchFile> file, Map<String, Name> namesOfFiles, Map<Name, List<Group>> groupsByName) {
    PatchFile patch = file.fact();
    Name name =
        Optional.ofNullable(namesOfFiles.get(patch.baseName())).orElseGet(() -> split(patch));
    String guard = patch.metadata().map(m -> m.guardType()).orElse("");
    return new Joined(
        file.source(),
        name.module(),
        name.function(),
        guard,
        Optional.empty(),
        Optional.of(file),
        ids(groupsByName, name, guard));
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

  private static String baseName(String module, String function) {
    return module + "." + function.replace('<', '_').replace('>', '_');
  }

  private static List<Long> ids(Map<Name, List<Group>> groups, Name name, String guard) {
    return groups.getOrDefault(name, List.of()).stream()
        .filter(g -> g.guard().equals(guard))
        .map(Group::id)
        .toList();
  }

  /// Of several sources' patches of one function and guard, the one changed last speaks.
  private static Map<Long, Joined> owners(List<Joined> patches) {
    Map<Long, Joined> owners = new HashMap<>();
    Comparator<Joined> byChange =
        Comparator.comparing(
            (Joined p) -> p.entry().flatMap(LifecycleEntry::updatedAt).orElse(Instant.MIN));
    patches.stream()
        .sorted(Comparator.comparing((Joined p) -> !p.gone()).thenComparing(byChange))
        .forEach(p -> p.groups().forEach(g -> owners.put(g, p)));
    return owners;
  }

  /// Groups whose patch satisfies one of the values.
  List<Long> groups(QueryKey key, List<QueryValue> values, Instant now) {
    return groups(patch -> values.stream().anyMatch(v -> satisfies(patch, key, v, now)));
  }

  List<Long> groups(String word, Instant now) {
    return groups(patch -> patch.filter(p -> is(p, word, now)).isPresent());
  }

  static boolean is(Joined patch, String word, Instant now) {
    EffectiveState state = patch.judge(now).state();
    return switch (word) {
      case "removable" ->
          state == EffectiveState.FIXED
              && patch.file().filter(f -> !f.gone() && f.fact().codeFile()).isPresent();
      case "regressed" -> state == EffectiveState.REOPENED;
      default -> false;
    };
  }

  private List<Long> groups(Predicate<Optional<Joined>> wanted) {
    return groups.stream().filter(g -> wanted.test(ofGroup(g))).toList();
  }

  static boolean satisfies(Optional<Joined> patch, QueryKey key, QueryValue value, Instant now) {
    return switch (value) {
      case QueryValue.Word(String word) ->
          switch (key) {
            case STATE ->
                patch.flatMap(Joined::entry).map(e -> e.state().word()).orElse("none").equals(word);
            case EFFECTIVE ->
                patch.filter(p -> p.judge(now).state().word().equals(word)).isPresent();
            case SIGNATURE ->
                patch
                    .flatMap(Joined::file)
                    .filter(f -> f.fact().signature().word().equals(word))
                    .isPresent();
            default -> false;
          };
      case QueryValue.Left(var comparison, var left) ->
          patch
              .flatMap(Joined::ttlEnd)
              .filter(end -> comparison.holds(Duration.between(now, end).compareTo(left)))
              .isPresent();
      default -> false;
    };
  }
}
