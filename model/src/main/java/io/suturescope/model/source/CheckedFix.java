package io.suturescope.model.source;

import io.suturescope.model.diff.TextDiff;
import java.util.Optional;

/// A suggested fix and what checking it against the source gave.
///
/// @param reason one plain sentence
/// @param file path of the file inside the project; empty when it is missing
/// @param diff the file around the line as it is now, and with the fix; empty when it cannot be
///   laid over the file
/// @param patch a patch that `git apply` accepts from the project's root; only for a USABLE one
public record CheckedFix(
    SuggestedFix fix,
    FixLabel label,
    String reason,
    String file,
    Optional<TextDiff> diff,
    Optional<String> patch) {}
