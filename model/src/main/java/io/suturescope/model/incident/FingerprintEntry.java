package io.suturescope.model.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry of `.codesuture_fingerprints` (codesuture.md 11): what CodeSuture knows of the pattern
/// that groups incidents.
///
/// @param fingerprint 16 hexadecimal digits
/// @param keyName JSON text of the key: null, a string, a number or a list
/// @param functions bare names; `unknown` for a closure that was not found
public record FingerprintEntry(
    String fingerprint,
    String guardType,
    String target,
    String errorType,
    String defaultValue,
    String keyName,
    Optional<Instant> firstSeen,
    List<String> functions) {

  public FingerprintEntry {
    functions = List.copyOf(functions);
  }
}
