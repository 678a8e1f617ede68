package io.suturescope.views.rewind;

import io.suturescope.model.rewind.Origin;
import io.suturescope.model.rewind.RewindComparison;
import io.suturescope.model.rewind.RewindTrace;
import java.util.List;
import java.util.Optional;

/// The rewinds of one function, ready to be played.
///
/// @param rewinds newest first; empty when none was recorded
/// @param more how many older ones are not shown
public record RewindState(List<Recorded> rewinds, int more) {

  /// Nothing was recorded.
  public static final RewindState NONE = new RewindState(List.of(), 0);

  public RewindState {
    rewinds = List.copyOf(rewinds);
  }

  /// One rewind.
  ///
  /// @param title tells it from the others
  /// @param exception what crashed, with its message
  /// @param first where the value that crashed came from
  /// @param withValues false when the file is not there any more, and only kinds of values are
  ///   known
  /// @param compared with each of the others
  public record Recorded(
      String title,
      String exception,
      RewindTrace trace,
      Optional<FirstSeen> first,
      boolean withValues,
      List<Compared> compared) {

    public Recorded {
      compared = List.copyOf(compared);
    }
  }

  /// Where a variable got the value that it had at the crash.
  public record FirstSeen(String variable, String value, Origin origin) {}

  /// @param with index of the other rewind
  /// @param comparison of this rewind, on the left, with the other one
  public record Compared(int with, RewindComparison comparison) {}
}
