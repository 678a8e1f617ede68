package io.suturescope.model.patch;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The effective state of a patch that agents reported: only they can prove that it is live, or no
/// longer live.
///
/// @param disk what disk says; empty for a patch that only agents know
/// @param diskIsNewer true when the disk was read after all agents were asked
/// @param recorded states of its lifecycle entries on disk
/// @param ttlEnd when its time ends
public record AgentJudgement(
    Optional<EffectiveJudgement> disk,
    boolean diskIsNewer,
    List<PatchState> recorded,
    Optional<Instant> ttlEnd) {

  private static final Set<EffectiveState> LOADING =
      Collections.unmodifiableSet(
          EnumSet.of(EffectiveState.LOADS, EffectiveState.EXPIRED_LOADS, EffectiveState.REOPENED));

  public AgentJudgement {
    recorded = List.copyOf(recorded);
  }

  /// @param sightings at least one
  public EffectiveJudgement judge(List<AgentSighting> sightings, Instant now) {
    List<AgentSighting> running = sightings.stream().filter(AgentSighting::runs).toList();
    if (!running.isEmpty()) {
      return live(running, states(running), now);
    }
    String told = told(sightings, now);
    return sightings.stream().allMatch(AgentSighting::gone)
        ? gone(states(sightings), told)
        : kept(told);
  }

  private static String told(List<AgentSighting> sightings, Instant now) {
    return sightings.stream().map(each -> each.sentence(now)).collect(Collectors.joining(" "));
  }

  /// As the agents' stores record it; as disk does where they do not.
  private List<PatchState> states(List<AgentSighting> sightings) {
    List<PatchState> there = sightings.stream().flatMap(each -> each.recorded().stream()).toList();
    return there.isEmpty() ? recorded : there;
  }

  private EffectiveJudgement live(
      List<AgentSighting> running, List<PatchState> states, Instant now) {
    boolean expired = ttlEnd.filter(end -> !now.isBefore(end)).isPresent();
    EffectiveJudgement live =
        new EffectiveJudgement(
            expired ? EffectiveState.EXPIRED_LIVE : EffectiveState.LIVE, told(running, now));
    if (expired) {
      String day = ttlEnd.map(Instant::toString).orElse("").substring(0, 10);
      live = live.with("Its time ended on " + day + ".");
    }
    if (only(states, EnumSet.of(PatchState.FIXED))) {
      return live.with("It is recorded as fixed, and runs all the same.");
    }
    return over(states) ? live.with("It is recorded as rolled back, and runs all the same.") : live;
  }

  private EffectiveJudgement gone(List<PatchState> states, String told) {
    boolean loads = disk.filter(d -> LOADING.contains(d.state())).isPresent();
    if (loads && diskIsNewer) {
      return disk.get().with(told);
    }
    if (only(states, EnumSet.of(PatchState.FIXED))) {
      return new EffectiveJudgement(
          EffectiveState.FIXED, "Recorded as fixed in the source. " + told);
    }
    if (over(states)) {
      String older = loads ? " The files that were imported before it may be gone by now." : "";
      return new EffectiveJudgement(
          EffectiveState.ROLLED_BACK, "Recorded as rolled back. " + told + older);
    }
    return disk.map(d -> d.with(told))
        .orElseGet(() ->
            new EffectiveJudgement(
                EffectiveState.FILE_GONE, told + " No rollback of it is recorded."));
  }

  private EffectiveJudgement kept(String told) {
    return disk.map(d -> d.with(told))
        .orElseGet(() ->
            new EffectiveJudgement(
                EffectiveState.LOADS,
                told + " The next start with its store loads it, if its signature is valid."));
  }

  private static boolean over(List<PatchState> states) {
    return only(states, EnumSet.of(PatchState.FIXED, PatchState.ROLLED_BACK));
  }

  private static boolean only(List<PatchState> states, Set<PatchState> allowed) {
    return !states.isEmpty() && allowed.containsAll(states);
  }
}
