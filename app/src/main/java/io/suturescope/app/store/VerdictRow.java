package io.suturescope.app.store;

import io.suturescope.model.verdict.VerdictLedger;
import java.util.Optional;

/// The verdicts of one patch, or of a function that no patch of the workspace fits.
///
/// @param patch empty when the verdicts name a function without a patch
/// @param source of the patch; without one, of the text that names the function
/// @param file that the verdicts name; empty where there is a patch
public record VerdictRow(
    Optional<PatchRow> patch, SourceRow source, String file, VerdictLedger ledger) {}
