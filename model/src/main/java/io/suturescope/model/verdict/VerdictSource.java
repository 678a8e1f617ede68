package io.suturescope.model.verdict;

import java.util.Locale;
import java.util.Optional;

/// Where a verdict was read.
public enum VerdictSource {
  /// A verification copy in an incident log: justified, with time.
  FOLDED_COPY,
  /// The text that `codesuture run` printed: no time, bare names.
  RUN_LOG,
  /// The process itself, over the control channel.
  AGENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<VerdictSource> ofWord(String word) {
    for (VerdictSource source : values()) {
      if (source.word().equals(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
