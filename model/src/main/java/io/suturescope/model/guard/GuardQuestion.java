package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Listing;
import java.util.Optional;

/// What is known of a patch that is to be explained.
///
/// @param guardType as recorded; may be empty or unknown
/// @param target of the metadata, else of the incident; may be empty
/// @param defaultValue JSON text of the metadata, else of the incident; may be empty
/// @param module and `function`: as logged
/// @param exceptionType of the last crash; may be empty
/// @param patched the bytecode; empty when it cannot be read
/// @param diff against the original, a reconstructed one included; empty when there is none
public record GuardQuestion(
    String guardType,
    String target,
    String defaultValue,
    String module,
    String function,
    String exceptionType,
    Optional<Listing> patched,
    Optional<CodeDiff> diff) {}
