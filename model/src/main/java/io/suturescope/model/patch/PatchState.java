package io.suturescope.model.patch;

import java.util.Locale;
import java.util.Optional;

/// The nine recorded states of a patch (codesuture.md 5), and UNKNOWN for any other recorded text.
public enum PatchState {
  DETECTED,
  PATCHED,
  REPLAYED,
  PERSISTED,
  SUGGESTED,
  VERIFIED,
  FIXED,
  EXPIRED,
  ROLLED_BACK,
  UNKNOWN;

  /// Reads `current_state`; exact lower-case words only, as CodeSuture does.
  public static PatchState ofRecorded(String text) {
    for (PatchState state : values()) {
      if (state != UNKNOWN && state.word().equals(text)) {
        return state;
      }
    }
    return UNKNOWN;
  }

  /// Reads what a person typed, in any case.
  public static Optional<PatchState> ofTyped(String text) {
    for (PatchState state : values()) {
      if (state.word().equals(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /// The word as lifecycle.json writes it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
