package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.source.CheckedFix;
import java.util.Optional;

/// One patch, examined.
///
/// @param incident the latest crash of this module, function and guard
/// @param original where the left side is from
/// @param left the unpatched code
/// @param right the patched code; empty when it cannot be read, `unreadable` then says why
/// @param diff empty without a right side; without a left side every row is added
/// @param source empty when neither the file nor a recorded line is there
/// @param fix the suggestion of the latest incident that has one
public record Examination(
    PatchRow patch,
    Optional<StoredIncident> incident,
    PythonChoice python,
    OriginalKind original,
    Optional<CodeSide> left,
    Optional<CodeSide> right,
    String unreadable,
    Optional<CodeDiff> diff,
    GuardExplanation explanation,
    Optional<CrashedSource> source,
    Optional<CheckedFix> fix,
    Trust trust) {}
