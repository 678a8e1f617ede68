package io.suturescope.model.source;

import io.suturescope.model.diff.TextDiff;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A suggested fix and what checking it against the source gave.
///
/// @param reason one plain sentence
/// @param file path of the file inside the project; empty when it is missing
/// @param diff the file around the line as it is now, and with the fix; empty when it cannot be
///   laid over the file
/// @param patch a patch that `git apply` accepts from the project's root; only for a USABLE one
/// @param charset in which the patch must be written, so that the file's bytes are met: UTF-8, or
///   ISO-8859-1 for a file in any other encoding
public record CheckedFix(
    SuggestedFix fix,
    FixLabel label,
    String reason,
    String file,
    Optional<TextDiff> diff,
    Optional<String> patch,
    Charset charset) {

  /// One whose patch, if any, is UTF-8.
  public CheckedFix(
      SuggestedFix fix,
      FixLabel label,
      String reason,
      String file,
      Optional<TextDiff> diff,
      Optional<String> patch) {
    this(fix, label, reason, file, diff, patch, StandardCharsets.UTF_8);
  }

  /// The patch as the bytes of a patch file.
  public Optional<byte[]> patchBytes() {
    return patch.map(text -> text.getBytes(charset));
  }
}
