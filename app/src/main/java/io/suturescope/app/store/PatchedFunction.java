package io.suturescope.app.store;

import io.suturescope.model.patch.PatchMetadata;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A patched function of one source, as verdicts know it: by names.
///
/// @param guards the last one first
/// @param patchedAt when the present code was written
/// @param groups of its crashes
/// @param agents sources of the agents that report it
record PatchedFunction(
    SourceRow source,
    String module,
    String function,
    List<String> guards,
    Optional<Instant> patchedAt,
    List<Long> groups,
    List<Long> agents) {

  /// True when it is in the source, or the source is an agent that reports it.
  boolean isOf(long id) {
    return source.id() == id || agents.contains(id);
  }

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

  /// Under which it may be found: all that {@link #isCalled} answers to, as {@link #plain}.
  Set<String> plainNames() {
    return Set.copyOf(
        List.of(plain(function), plain(function.substring(function.lastIndexOf('.') + 1))));
  }

  /// As a store file writes it.
  static String plain(String name) {
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

  static PatchedFunction of(JoinedPatch patch) {
    Set<String> guards = new LinkedHashSet<>();
    patch.metadata().map(PatchMetadata::guardType).filter(g -> !g.isEmpty()).ifPresent(guards::add);
    guards.addAll(patch.guards());
    return new PatchedFunction(
        patch.source(),
        patch.module(),
        patch.function(),
        List.copyOf(guards),
        patch.metadata().flatMap(PatchMetadata::patchedAt),
        patch.groups().stream().map(JoinedPatch.CrashGroup::id).toList(),
        patch.sightings().stream().map(s -> s.source().id()).distinct().toList());
  }
}
