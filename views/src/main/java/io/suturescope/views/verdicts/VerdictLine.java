package io.suturescope.views.verdicts;

import io.suturescope.views.controls.Verdict;
import java.time.Instant;
import java.util.Optional;

/// One line of the list.
public sealed interface VerdictLine {

  /// Begins the patches without a verdict, and says what that means.
  record Heading(String title, String meaning) implements VerdictLine {}

  /// The ledger of one patch.
  ///
  /// @param place module, and the source where there are several
  /// @param sentence what the verdict that stands means
  /// @param source where the verdict that stands was read
  /// @param count runs that said anything, at least
  /// @param coverage such as "2 of 5 crashes"
  record Ledger(
      Verdict verdict,
      String function,
      String place,
      String guard,
      String sentence,
      String source,
      long count,
      Optional<Instant> newest,
      String coverage)
      implements VerdictLine {}
}
