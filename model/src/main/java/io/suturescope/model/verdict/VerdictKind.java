package io.suturescope.model.verdict;

import java.util.Locale;
import java.util.Optional;

/// What a shadow run found (codesuture.md 9), the one that needs most attention first.
public enum VerdictKind {
  /// The original returned something else than the patched code.
  DIVERGENT("patch_divergent"),
  /// The comparison itself failed.
  ERROR("shadow_error"),
  /// The original returned the same.
  UNNECESSARY("patch_unnecessary"),
  /// The original raised: nothing more.
  JUSTIFIED("patch_justified"),
  /// No verdict. Says nothing about the patch.
  NOT_RUN("not_run");

  private final String protocolName;

  VerdictKind(String protocolName) {
    this.protocolName = protocolName;
  }

  /// As the query language and the listings write it (cli.md).
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As CodeSuture and the control protocol write it.
  public String protocolName() {
    return protocolName;
  }

  public static Optional<VerdictKind> ofWord(String word) {
    for (VerdictKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public static Optional<VerdictKind> ofProtocol(String name) {
    for (VerdictKind kind : values()) {
      if (kind.protocolName.equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// True when this one needs attention before the other.
  public boolean before(VerdictKind other) {
    return compareTo(other) < 0;
  }
}
