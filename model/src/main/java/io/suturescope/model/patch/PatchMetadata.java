package io.suturescope.model.patch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The `.json` beside a `.code` (codesuture.md 2). Not covered by the signature.
///
/// @param functionName qualname with `<>` replaced
/// @param target text of the variable; JSON text where it is not a string
/// @param defaultValue JSON text
/// @param codeSha256 the recorded HMAC; empty when absent or not a string
/// @param asRecorded unknown fields and unusable values, name to JSON text
public record PatchMetadata(
    String functionName,
    String guardType,
    String target,
    String defaultValue,
    Optional<Instant> patchedAt,
    Optional<Integer> ttlDays,
    String codeSha256,
    String thread,
    Map<String, String> asRecorded) {

  public PatchMetadata {
    asRecorded = Map.copyOf(asRecorded);
  }
}
