package io.suturescope.model.life;

import io.suturescope.model.origin.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something in the record of a patch that should not be, with what shows it.
///
/// @param guard of the layer that it concerns; empty when it concerns the whole function
/// @param sentence one plain sentence
/// @param evidence at most {@link #SHOWN} pieces, in the order of the record
/// @param occurrences how many pieces there are, also those left out
public record Anomaly(
    Kind kind, String guard, String sentence, List<Evidence> evidence, long occurrences) {

  /// More would bury what they show.
  public static final int SHOWN = 20;

  /// What is wrong.
  public enum Kind {
    /// Patched again and again, at least {@link Bounces#ALARM} times within a day: the guard does
    /// not stop the crash.
    BOUNCES,
    /// A step that cannot come about, or that does not continue the one before it.
    IMPOSSIBLE_EDGE,
    /// A step dated before the one before it.
    TIME_BACKWARDS,
    /// An earlier import saw the entry, and it is in lifecycle.json no more.
    ENTRY_LOST,
    /// An alert names another severity than the log, as escalation does.
    ALERT_SEVERITY,
    /// The metadata name another variable than the crash that they belong to.
    TARGET_CONFLICT,
    /// The lifecycle has it in force, and the store holds no code for it.
    ENTRY_WITHOUT_FILE,
    /// The store holds its code, and the lifecycle does not know it.
    FILE_WITHOUT_ENTRY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One piece of evidence.
  ///
  /// @param text plain text; may hold recorded text, which a screen must mask
  /// @param place where it was read
  public record Evidence(String text, Optional<Instant> when, Optional<Place> place) {}

  public Anomaly {
    evidence = List.copyOf(evidence);
  }

  static Anomaly of(Kind kind, String guard, String sentence, List<Evidence> all) {
    return new Anomaly(
        kind, guard, sentence, all.subList(0, Math.min(SHOWN, all.size())), all.size());
  }
}
