package io.suturescope.app.screens;

import io.suturescope.app.export.Times;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How facts are said on the screens.
final class Words {

  private Words() {}

  /// "1 crash", "12,304 crashes".
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
  }

  static Chip chip(EffectiveState state) {
    return switch (state) {
      case LIVE -> new Chip("Live", Tone.ACCENT);
      case LOADS -> new Chip("Loads", Tone.MEDIUM);
      case EXPIRED_LIVE -> new Chip("Expired, live", Tone.CRITICAL);
      case EXPIRED_LOADS -> new Chip("Expired, loads", Tone.HIGH);
      case REOPENED -> new Chip("Reopened", Tone.CRITICAL);
      case REFUSED -> new Chip("Refused", Tone.HIGH);
      case FILE_GONE -> new Chip("File gone", Tone.NEUTRAL);
      case MEMORY_ONLY -> new Chip("Memory only", Tone.LOW);
      case ROLLED_BACK -> new Chip("Rolled back", Tone.NEUTRAL);
      case ROLLED_BACK_UNPROVEN -> new Chip("Rolled back?", Tone.HIGH);
      case FIXED -> new Chip("Fixed", Tone.OK);
    };
  }

  static Verdict verdict(VerdictKind kind) {
    return switch (kind) {
      case DIVERGENT -> Verdict.DIVERGENT;
      case ERROR -> Verdict.ERROR;
      case UNNECESSARY -> Verdict.UNNECESSARY;
      case JUSTIFIED -> Verdict.ORIGINAL_RAISED;
      case NOT_RUN -> Verdict.NOT_RUN;
    };
  }

  /// The same with the whole words, for where there is room.
  static Chip longChip(EffectiveState state) {
    return switch (state) {
      case EXPIRED_LIVE -> new Chip("Expired, still live", Tone.CRITICAL);
      case ROLLED_BACK_UNPROVEN -> new Chip("Rolled back, unproven", Tone.HIGH);
      case LIVE,
          LOADS,
          EXPIRED_LOADS,
          REOPENED,
          REFUSED,
          FILE_GONE,
          MEMORY_ONLY,
          ROLLED_BACK,
          FIXED ->
          chip(state);
    };
  }

  static Chip chip(SignatureState state) {
    return switch (state) {
      case VALID -> new Chip("bytes valid", Tone.OK);
      case INVALID -> new Chip("signature invalid", Tone.CRITICAL);
      case UNSIGNED -> new Chip("unsigned", Tone.HIGH);
      case NO_KEY -> new Chip("no key to check", Tone.HIGH);
      case NO_METADATA -> new Chip("no metadata", Tone.HIGH);
    };
  }

  /// What is left until `end` of a time that began at `start`.
  static TimeLeft timeLeft(Instant start, Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.isNegative() || left.isZero()) {
      return new TimeLeft(span(left.abs()) + " over", 1, Tone.CRITICAL);
    }
    double whole = Duration.between(start, end).toMillis();
    double used = whole <= 0 ? 0 : Math.clamp(1 - left.toMillis() / whole, 0, 1);
    boolean soon = left.compareTo(Duration.ofDays(2)) < 0;
    return new TimeLeft(span(left), used, soon ? Tone.HIGH : Tone.NEUTRAL);
  }

  /// The largest whole unit: "3d", "5h", "12m".
  static String span(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + "h";
    }
    return duration.toMinutes() + "m";
  }

  /// The largest whole unit, as in a sentence: "3 d", "5 h", "12 min".
  static String age(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + " d";
    }
    return time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
  }

  /// How long something lasted: "3 d 4 h", "12 min", "at once".
  static String dwell(Duration time) {
    return Times.dwell(time);
  }

  /// The last part of a dotted or `<locals>` name, for a sentence.
  static String shortName(String function) {
    return function.isEmpty() ? "(no name)" : function;
  }

  /// The name of a file without its folders, whichever way the slashes lean.
  static String fileName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(slash + 1);
  }
}
