package io.suturescope.app.store;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.verdict.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One function of one crash pattern: equal fingerprint, module, function, guard and exception
/// type. Counts, times and severities are of the incidents that match the query.
///
/// @param worst worst logged severity
/// @param crashes without verification copies
/// @param copies verification copies of the whole group, whatever the query
/// @param first empty when no crash of it has a usable time
/// @param spark crashes per bucket of the range asked for, oldest first
/// @param recordedState of the lifecycle entry of (module, function, guard); empty without one
/// @param effectiveState empty when there is neither lifecycle entry nor patch file
/// @param ttlStart when the time of the patch began; empty when unknown
/// @param ttlEnd when the patch expires; empty when unknown
/// @param signature of the patch file; empty without one
/// @param pythons versions recorded by the whole group's incidents
/// @param verdict what stands of its patch; JUSTIFIED as well where only crashes from before the
///   present code have copies
public record GroupRow(
    long id,
    String fingerprint,
    String module,
    String function,
    String guardType,
    String exceptionType,
    Severity worst,
    SeverityCounts counts,
    long crashes,
    long copies,
    Optional<Instant> first,
    Optional<Instant> last,
    List<Long> spark,
    Optional<PatchState> recordedState,
    Optional<EffectiveState> effectiveState,
    Optional<Instant> ttlStart,
    Optional<Instant> ttlEnd,
    Optional<SignatureState> signature,
    List<String> pythons,
    VerdictKind verdict) {

  public GroupRow {
    spark = List.copyOf(spark);
    pythons = List.copyOf(pythons);
  }
}
