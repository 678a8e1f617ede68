package io.suturescope.model.patch;

import java.util.Locale;

/// Whether the HMAC of a `.code` file verifies with the project's `secret.key` (codesuture.md 2).
/// VALID says only that the bytes are those that were saved by someone who can read the key.
public enum SignatureState {
  VALID,
  INVALID,
  /// Metadata without a usable `code_sha256`.
  UNSIGNED,
  /// No `secret.key`: nothing can be checked.
  NO_KEY,
  /// No metadata, or metadata that cannot be read.
  NO_METADATA;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
