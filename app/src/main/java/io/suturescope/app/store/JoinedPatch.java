package io.suturescope.app.store;

import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.PatchSighting;
import io.suturescope.model.patch.AgentJudgement;
import io.suturescope.model.patch.AgentSighting;
import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PatchState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What disk knows of the patch of one function in one source.
///
/// @param entries oldest first; each key once
/// @param groups those of its crashes
/// @param sightings what agents reported of it
record JoinedPatch(
    SourceRow source,
    String module,
    String function,
    List<Entry> entries,
    Optional<Stored<PatchFile>> file,
    List<CrashGroup> groups,
    List<Stored<PatchSighting>> sightings) {

  JoinedPatch {
    sightings = List.copyOf(sightings);
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
    if (!entries.isEmpty()) {
      return entries.getFirst().fact().key();
    }
    return file.map(f -> f.fact().baseName())
        .orElseGet(() -> sightings.getFirst().fact().report().patchId());
  }

  /// True when only an agent knows it.
  boolean ofAgent() {
    return source.identity().kind() == SourceIdentity.Kind.AGENT;
  }

  /// True when this agent knows it.
  boolean isSeenBy(Predicate<String> agent) {
    return sightings.stream().anyMatch(s -> agent.test(s.fact().agent()));
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
    sightings.forEach(s -> guards.addAll(s.fact().report().guards()));
    guards.remove("");
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
    EffectiveJudgement disk =
        EffectiveJudgement.ofDisk(telling(), file.map(Stored::fact), fileGone(), now);
    EffectiveJudgement judgement = sightings.isEmpty() ? disk : judge(disk, now);
    List<String> lost = entries.stream().filter(Entry::lost).map(e -> e.fact().key()).toList();
    return lost.isEmpty()
        ? judgement
        : judgement.with("lifecycle.json has lost " + String.join(" and ", lost) + ".");
  }

  private EffectiveJudgement judge(EffectiveJudgement disk, Instant now) {
    Instant imported = source.lastImport().orElse(Instant.MAX);
    return new AgentJudgement(
            Optional.of(disk).filter(_ -> !ofAgent()),
            sightings.stream().allMatch(s -> s.fact().readAt().isBefore(imported)),
            telling().stream().map(LifecycleEntry::state).toList(),
            ttlEnd())
        .judge(sightings.stream().map(s -> seen(s.fact())).toList(), now);
  }

  private static AgentSighting seen(PatchSighting sighting) {
    PatchReport report = sighting.report();
    return new AgentSighting(
        sighting.agent(),
        report.memory(),
        !report.files().isEmpty(),
        report.lifecycle().stream().map(row -> PatchState.ofRecorded(row.state())).toList(),
        sighting.readAt());
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
    return entries.stream().allMatch(Entry::gone)
        && !(ofAgent() && entries.isEmpty())
        && file.map(Stored::gone).orElse(true);
  }

  /// When one of its entries changed last.
  Instant changed() {
    return entries.stream()
        .flatMap(e -> e.fact().updatedAt().stream())
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
