package io.suturescope.model.life;

import java.time.Instant;
import java.util.Collection;

/// The end of the time of one patch.
///
/// @param at when whole days since its start reach its `ttl_days`
/// @param usableFix true when a fix that can be applied is known for it
public record TtlEnd(Instant at, boolean usableFix) {

  /// How many patches end, and how many of them nobody can fix yet.
  ///
  /// @param withoutFix at most `ending`
  public record Count(long ending, long withoutFix) {

    static Count of(Collection<TtlEnd> ends) {
      return new Count(ends.size(), ends.stream().filter(e -> !e.usableFix()).count());
    }
  }
}
