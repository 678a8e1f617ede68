package io.suturescope.model.verdict;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What one shadow run said, or several in a row that said the same.
///
/// @param function as named there; bare in the text of `codesuture run`
/// @param module where it is named
/// @param guard where it is named
/// @param file of the function, where it is named
/// @param time of the verdict; a run's text has none
/// @param count how many runs, from 1
/// @param returned of a divergent verdict
/// @param originalException type that the original raised, where it is told
public record Verdict(
    VerdictKind kind,
    VerdictSource source,
    String function,
    Optional<String> module,
    Optional<String> guard,
    Optional<String> file,
    Optional<Instant> time,
    long count,
    Optional<Returned> returned,
    Optional<String> originalException) {

  public Verdict {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(source);
    Objects.requireNonNull(function);
    if (count < 1) {
      throw new IllegalArgumentException("a verdict is of one run at least: " + count);
    }
  }

  /// A line of a run's text.
  public static Verdict printed(
      VerdictKind kind, String function, Optional<String> file, Optional<Returned> returned) {
    return new Verdict(
        kind,
        VerdictSource.RUN_LOG,
        function,
        Optional.empty(),
        Optional.empty(),
        file,
        Optional.empty(),
        1,
        returned,
        Optional.empty());
  }

  public Verdict counted(long runs) {
    return new Verdict(
        kind, source, function, module, guard, file, time, runs, returned, originalException);
  }

  public Verdict at(Optional<Instant> moment) {
    return new Verdict(
        kind, source, function, module, guard, file, moment, count, returned, originalException);
  }

  /// True when both say the same of the same function, whenever that was.
  public boolean says(Verdict other) {
    return kind == other.kind
        && function.equals(other.function)
        && file.equals(other.file)
        && time.isPresent() == other.time.isPresent()
        && returned.equals(other.returned);
  }
}
