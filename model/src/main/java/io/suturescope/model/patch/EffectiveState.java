package io.suturescope.model.patch;

import java.util.Locale;

/// What is true of a patch, as against what its lifecycle entry records (codesuture.md 2.2, 5, 12).
/// Only an agent can prove that a patch is live or is no longer live; disk alone proves at most
/// that it {@link #LOADS}. {@link EffectiveJudgement} decides.
public enum EffectiveState {
  /// An agent reports it active.
  LIVE,
  /// The next start with this store loads it.
  LOADS,
  /// Live although its time is over.
  EXPIRED_LIVE,
  /// Its time is over, and the loader loads it all the same.
  EXPIRED_LOADS,
  /// Crashed again after it was marked fixed or rolled back, and loads.
  REOPENED,
  /// The loader refuses it: signature or metadata.
  REFUSED,
  /// There was a file, and it is gone although nothing says that it was taken back.
  FILE_GONE,
  /// Has no file, as closures have none: patched in the memory of a process that may have ended.
  MEMORY_ONLY,
  /// Taken back, and an agent proves it.
  ROLLED_BACK,
  /// Recorded as taken back and the file does not load, but a running process may keep it.
  ROLLED_BACK_UNPROVEN,
  /// Recorded as fixed in the source.
  FIXED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
