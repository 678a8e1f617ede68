package io.suturescope.app.examine;

import io.suturescope.model.patch.SignatureState;
import java.util.List;

/// Whether the bytes of a patch can be trusted.
///
/// @param file path of the `.code` inside the source; empty when there is none
/// @param codeSha256 of the bytes; empty without them
/// @param reason what the state means, one plain sentence
public record Trust(
    SignatureState signature,
    String file,
    String codeSha256,
    String reason,
    List<TrustWarning> warnings) {

  public Trust {
    warnings = List.copyOf(warnings);
  }
}
