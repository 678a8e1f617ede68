package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindEvent;
import io.suturescope.model.rewind.RewindStep;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What the steps of a rewind are called.
final class RewindWords {

  private static final List<String> EVENTS = List.of("call", "return", "exception");
  private static final int SHORT = 60;

  private RewindWords() {}

  /// Any other event than the three is called what it was recorded as.
  static String event(RewindEvent event) {
    if (EVENTS.contains(event.event())) {
      return Words.of("rewind.event." + event.event());
    }
    return event.event().isEmpty() ? Words.of("rewind.event.unknown") : event.event();
  }

  /// Function and line, such as "tax, line 44".
  static String place(RewindEvent event) {
    String function = event.function().isEmpty() ? Words.of("rewind.no_name") : event.function();
    return event.lineNumber() == 0
        ? function
        : Words.of("rewind.place", function, Integer.toString(event.lineNumber()));
  }

  /// Seconds from the crash, such as "−0.000213 s"; the crash itself is 0.
  static String seconds(OptionalDouble seconds) {
    if (seconds.isEmpty()) {
      return Words.of("rewind.no_time");
    }
    double value = seconds.getAsDouble();
    if (Math.abs(value) < 0.000_000_5) {
      return "0 s";
    }
    String sign = value < 0 ? "−" : "+";
    return String.format(Locale.ENGLISH, "%s%.6f s", sign, Math.abs(value));
  }

  /// Number of a step, as people count.
  static String number(RewindStep step) {
    return Words.number(step.index() + 1L);
  }

  /// A value in a sentence.
  static String shortly(String value) {
    return value.codePointCount(0, value.length()) <= SHORT
        ? value
        : value.substring(0, value.offsetByCodePoints(0, SHORT)) + "…";
  }
}
