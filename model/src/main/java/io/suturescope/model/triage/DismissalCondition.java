package io.suturescope.model.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How long a dismissal holds.
public sealed interface DismissalCondition {

  /// Why it holds no longer, as a sentence without a full stop; empty while it holds.
  Optional<String> over(Instant now, SubjectFacts facts);

  /// Up to, and without, a moment.
  record Until(Instant end) implements DismissalCondition {
    @Override
    public Optional<String> over(Instant now, SubjectFacts facts) {
      return now.isBefore(end)
          ? Optional.empty()
          : Optional.of("its time was over " + ago(Duration.between(end, now)));
    }

    private static String ago(Duration over) {
      if (over.toDays() > 0) {
        return counted(over.toDays(), "day") + " ago";
      }
      return over.toHours() > 0
          ? counted(over.toHours(), "hour") + " ago"
          : counted(over.toMinutes(), "minute") + " ago";
    }
  }

  /// Until this many more crashes came than there were.
  ///
  /// @param more at least 1
  /// @param crashesThen at the moment of the dismissal
  record UntilMore(long more, long crashesThen) implements DismissalCondition {
    public UntilMore {
      if (more < 1) {
        throw new IllegalArgumentException("at least one more: " + more);
      }
    }

    @Override
    public Optional<String> over(Instant now, SubjectFacts facts) {
      long came = facts.crashes() - crashesThen;
      return came < more
          ? Optional.empty()
          : Optional.of(counted(came, "more crash", "more crashes") + " came");
    }
  }

  /// Until the patch file of the function is another one, or is there for the first time, or is
  /// gone.
  ///
  /// @param hashThen at the moment of the dismissal; empty when there was none
  record UntilCodeHash(String hashThen) implements DismissalCondition {
    private static final int SHORT = 12;

    @Override
    public Optional<String> over(Instant now, SubjectFacts facts) {
      if (facts.codeHash().equals(hashThen)) {
        return Optional.empty();
      }
      if (facts.codeHash().isEmpty()) {
        return Optional.of("the patch " + shortly(hashThen) + " is gone");
      }
      return Optional.of(
          hashThen.isEmpty()
              ? "there is a patch now, " + shortly(facts.codeHash())
              : "the code changed from " + shortly(hashThen) + " to " + shortly(facts.codeHash()));
    }

    private static String shortly(String hash) {
      return hash.substring(0, Math.min(SHORT, hash.length()));
    }
  }

  /// Until somebody ends it.
  record ForEver() implements DismissalCondition {
    @Override
    public Optional<String> over(Instant now, SubjectFacts facts) {
      return Optional.empty();
    }
  }

  private static String counted(long number, String one) {
    return counted(number, one, one + "s");
  }

  private static String counted(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
