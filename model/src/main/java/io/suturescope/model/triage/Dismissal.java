package io.suturescope.model.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Somebody does not want to see a subject for a while. It hides, it deletes nothing.
///
/// @param reason never empty
/// @param by name of the person at the system
/// @param ended by whom, when somebody ended it before its condition did
public record Dismissal(
    DismissalCondition condition, String reason, String by, Instant at, Optional<Ending> ended) {

  public Dismissal {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a dismissal needs a reason");
    }
  }

  /// Somebody ended it by hand.
  public record Ending(String by, Instant at) {}

  public boolean holds(Instant now, SubjectFacts facts) {
    return over(now, facts).isEmpty();
  }

  /// Why it does not hold any more, without a full stop, such as "12 more crashes came"; empty
  /// while it holds.
  public Optional<String> over(Instant now, SubjectFacts facts) {
    return ended.isPresent()
        ? Optional.of(ended.get().by() + " ended it")
        : condition.over(now, facts);
  }

  /// "was dismissed by mia on 2026-11-20 because known noise".
  public String was(ZoneId zone) {
    return "was dismissed by " + by + " on " + at.atZone(zone).toLocalDate() + " because " + reason;
  }

  Dismissal endedBy(Ending ending) {
    return new Dismissal(condition, reason, by, at, Optional.of(ending));
  }
}
