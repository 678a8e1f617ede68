package io.suturescope.model.digest;

import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be said about a period: every number with its query, lists cut to what people read.
///
/// @param now when it was made: patches are judged as of then, whatever the period
/// @param source name of the one source it is about; empty for the whole workspace
/// @param copies verification copies in the period
/// @param before crashes of the period before
/// @param severities logged ones, worst first; UNKNOWN only when there are any
/// @param fresh groups that are critical or high and never crashed before the period
/// @param refused patches that the loader refuses
/// @param expired patches past their time that load all the same
/// @param notPatched crashes in the period that event logs name as not patched
/// @param expiring patches that load and whose time ends within {@link #EXPIRY_DAYS} days
/// @param justified crashes in the period with a verification copy
/// @param unjudged crashes in the period without any verdict
/// @param divergent patches whose original returned something else in a shadow run
/// @param unnecessary patches whose original returned the same in a shadow run
/// @param sent commands that were given to agents in the period, oldest first
/// @param groups what crashed, worst first
/// @param differences from CodeSuture's own digest
public record Digest(
    DigestPeriod period,
    Instant now,
    Optional<String> source,
    DigestNumber crashes,
    DigestNumber copies,
    DigestNumber before,
    Map<Severity, DigestNumber> severities,
    DigestNumber patterns,
    DigestNumber functions,
    Cut<CrashGroup> fresh,
    Listed refused,
    Listed expired,
    Listed notPatched,
    Listed expiring,
    DigestNumber justified,
    DigestNumber unjudged,
    Listed divergent,
    Listed unnecessary,
    Cut<Item> sent,
    Cut<CrashGroup> groups,
    DigestDifferences differences) {

  public static final int EXPIRY_DAYS = 7;

  public Digest {
    severities = Collections.unmodifiableMap(new LinkedHashMap<>(severities));
  }

  /// The first of a list, and how many more there are.
  public record Cut<T>(List<T> shown, long leftOut) {
    public Cut {
      shown = List.copyOf(shown);
    }

    public static <T> Cut<T> of(List<T> all, int most) {
      int shown = Math.min(all.size(), most);
      return new Cut<>(all.subList(0, shown), all.size() - shown);
    }

    public boolean isEmpty() {
      return shown.isEmpty();
    }
  }

  /// Crashes of one function, guard and exception.
  ///
  /// @param worst logged severity among them
  /// @param last empty when none has a usable time
  public record CrashGroup(
      Severity worst,
      String exceptionType,
      String module,
      String function,
      String guardType,
      DigestNumber crashes,
      Optional<Instant> last) {}

  /// Things that are listed by name.
  public record Listed(DigestNumber number, Cut<Item> items) {}

  /// @param name of a patch or of the function that crashed
  /// @param reason one plain sentence, or a clause
  /// @param time when it ends or happened
  public record Item(String name, String reason, Optional<Instant> time) {}
}
