package io.suturescope.app.store;

import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What disk knows of the patch of one function in one source.
///
/// @param entries oldest first; each key once
/// @param groups those of its crashes
record JoinedPatch(
    SourceRow source,
    String module,
    String function,
    List<Entry> entries,
    Optional<Stored<PatchFile>> file,
    List<CrashGroup> groups) {

  JoinedPatch {
    entries = List.copyOf(entries);
    groups = List.copyOf(groups);
  }

  /// @param lost true when it is gone from a file that is still there and could be read
  record Entry(Stored<LifecycleEntry> stored, boolean lost) {

    LifecycleEntry fact() {
      return stored.fact();
    }

    boolean gone() {
      return stored.gone();
    }
  }

  /// A crash pattern's name: what joins it to a patch.
  record CrashGroup(long id, String module, String function, String guard) {}

  String id() {
    return entries.isEmpty()
        ? file.orElseThrow().fact().baseName()
        : entries.getFirst().fact().key();
  }

  /// Those that are in the source; all when none is, as what was known last.
  List<LifecycleEntry> telling() {
    boolean all = entries.stream().allMatch(Entry::gone);
    return entries.stream().filter(e -> all || !e.gone()).map(Entry::fact).toList();
  }

  /// The guards of its entries and metadata, and those that only its crashes tell of.
  Set<String> guards() {
    Set<String> guards = new LinkedHashSet<>();
    entries.forEach(e -> guards.add(e.fact().guardType()));
    metadata().map(PatchMetadata::guardType).filter(g -> !g.isEmpty()).ifPresent(guards::add);
    groups.stream().map(CrashGroup::guard).filter(g -> !g.isEmpty()).forEach(guards::add);
    return guards;
  }

  Optional<PatchMetadata> metadata() {
    return file.map(Stored::fact).flatMap(PatchFile::metadata);
  }

  boolean fileGone() {
    return file.filter(Stored::gone).isPresent();
  }

  EffectiveJudgement judge(Instant now) {
    EffectiveJudgement judgement =
        EffectiveJudgement.ofDisk(telling(), file.map(Stored::fact), fileGone(), now);
    List<String> lost = entries.stream().filter(Entry::lost).map(e -> e.fact().key()).toList();
    return lost.isEmpty()
        ? judgement
        : judgement.with("lifecycle.json has lost " + String.join(" and ", lost) + ".");
  }

  Optional<Instant> ttlStart() {
    return EffectiveJudgement.ttlStart(newest(), file.map(Stored::fact));
  }

  Optional<Instant> ttlEnd() {
    return EffectiveJudgement.ttlEnd(newest(), file.map(Stored::fact));
  }

  private Optional<LifecycleEntry> newest() {
    List<LifecycleEntry> telling = telling();
    return telling.isEmpty() ? Optional.empty() : Optional.of(telling.getLast());
  }

  boolean gone() {
    return entries.stream().allMatch(Entry::gone) && file.map(Stored::gone).orElse(true);
  }

  /// When one of its entries changed last.
  Instant changed() {
    return entries.stream()
        .flatMap(e -> e.fact().updatedAt().stream())
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
