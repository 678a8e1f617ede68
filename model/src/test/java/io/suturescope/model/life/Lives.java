package io.suturescope.model.life;

import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.patch.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Short words for tests of lives.
final class Lives {

  static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
  static final Place LIFECYCLE = Place.wholeFile(".codesuture_incidents/lifecycle.json");

  private Lives() {}

  static Transition step(String from, String to, Instant at) {
    return new Transition(from, to, Optional.of(at), "");
  }

  /// Steps from state to state, one second apart, the first a second after the start.
  static List<Transition> path(String... states) {
    List<Transition> steps = new ArrayList<>();
    for (int i = 1; i < states.length; i++) {
      steps.add(step(states[i - 1], states[i], START.plusSeconds(i)));
    }
    return steps;
  }

  static LifecycleEntry entry(String guard, List<Transition> steps) {
    return entry(guard, steps.isEmpty() ? "detected" : steps.getLast().to(), 7, steps);
  }

  static LifecycleEntry entry(String guard, String state, int ttl, List<Transition> steps) {
    return new LifecycleEntry(
        "m:f:" + guard,
        "m",
        "f",
        guard,
        state,
        Optional.of(START),
        Optional.of(START),
        Optional.of(ttl),
        steps,
        Map.of());
  }

  static PatchMetadata metadata(Instant patchedAt, int ttl) {
    return metadata("key_guard", "row", patchedAt, ttl);
  }

  static PatchMetadata metadata(String guard, String target, Instant patchedAt, int ttl) {
    return new PatchMetadata(
        "f", guard, target, "null", Optional.of(patchedAt), Optional.of(ttl), "", "", Map.of());
  }

  static PatchFile file(boolean code, PatchMetadata... metadata) {
    return new PatchFile(
        "m.f",
        code,
        false,
        Arrays.stream(metadata).findFirst(),
        SignatureState.VALID,
        "",
        "f",
        List.of());
  }
}
