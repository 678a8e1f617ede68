package io.suturescope.app.store;

import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A patched function of one source, as verdicts know it: by names.
///
/// @param guards the last one first
/// @param patchedAt when the present code was written
/// @param groups of its crashes
record PatchedFunction(
    SourceRow source,
    String module,
    String function,
    List<String> guards,
    Optional<Instant> patchedAt,
    List<Long> groups) {

  /// Names one function.
  record Key(long source, String module, String function) {}

  Key key() {
    return new Key(source.id(), module, function);
  }

  String name() {
    return module.isEmpty() ? function : module + ":" + function;
  }

  /// What the code object is called; a store file writes `<` and `>` as `_`.
  boolean isCalled(String bareName) {
    String bare = function.substring(function.lastIndexOf('.') + 1);
    return bare.equals(bareName)
        || function.equals(bareName)
        || plain(bare).equals(plain(bareName));
  }

  private static String plain(String name) {
    return name.replace('<', '_').replace('>', '_');
  }

  /// True when the module's source has this path, as far as its name tells.
  boolean moduleIsAt(String file) {
    String path = file.replace('\\', '/');
    String folders = module.replace('.', '/');
    return !module.isEmpty()
        && !module.equals("__main__")
        && (endsWith(path, folders + ".py") || endsWith(path, folders + "/__init__.py"));
  }

  private static boolean endsWith(String path, String end) {
    return path.equals(end) || path.endsWith("/" + end);
  }

  /// True when neither its module nor its crashes tell where its source is: the script itself, or
  /// crashes that were written down at the caller's line (codesuture.md 2.1).
  boolean mayBeAnywhere(Set<String> crashFiles) {
    boolean script = module.isEmpty() || module.equals("__main__");
    return script && (crashFiles.isEmpty() || guards.contains("return_guard"));
  }

  static List<PatchedFunction> of(List<PatchIndex.Joined> patches) {
    Map<Key, PatchedFunction> functions = new LinkedHashMap<>();
    for (PatchIndex.Joined patch : patches) {
      PatchedFunction one = of(patch);
      functions.merge(one.key(), one, PatchedFunction::with);
    }
    return List.copyOf(functions.values());
  }

  private static PatchedFunction of(PatchIndex.Joined patch) {
    Optional<PatchMetadata> metadata =
        patch.file().map(Stored::fact).flatMap(PatchFile::metadata);
    Set<String> guards = new LinkedHashSet<>();
    Stream.concat(metadata.map(PatchMetadata::guardType).stream(), Stream.of(patch.guard()))
        .filter(guard -> !guard.isEmpty())
        .forEach(guards::add);
    return new PatchedFunction(
        patch.source(),
        patch.module(),
        patch.function(),
        List.copyOf(guards),
        metadata.flatMap(PatchMetadata::patchedAt),
        patch.groups());
  }

  private PatchedFunction with(PatchedFunction other) {
    Set<String> all = new LinkedHashSet<>(guards);
    all.addAll(other.guards);
    Set<Long> both = new LinkedHashSet<>(groups);
    both.addAll(other.groups);
    return new PatchedFunction(
        source,
        module,
        function,
        List.copyOf(all),
        patchedAt.or(other::patchedAt),
        new ArrayList<>(both));
  }
}
