package io.suturescope.model.patch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of lifecycle.json (codesuture.md 5).
///
/// @param key the key of the object, which decides over a differing `patch_id`
/// @param recordedState the text of `current_state`, whatever it is
/// @param ttlDays of the first sighting; empty when it is not a whole number in range
/// @param asRecorded fields that the other components cannot say, name to JSON text
public record LifecycleEntry(
    String key,
    String module,
    String function,
    String guardType,
    String recordedState,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt,
    Optional<Integer> ttlDays,
    List<Transition> transitions,
    Map<String, String> asRecorded) {

  public LifecycleEntry {
    transitions = List.copyOf(transitions);
    asRecorded = Map.copyOf(asRecorded);
  }

  public PatchState state() {
    return PatchState.ofRecorded(recordedState);
  }
}
