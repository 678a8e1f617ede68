package io.suturescope.views.controls;

import io.suturescope.views.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/// Times as words.
public final class Times {

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss.SSS", Locale.ENGLISH);

  private Times() {}

  /// Such as "19 Nov 16:40", with the year when it is not the current one.
  public static String shortly(TimeView view, Instant time) {
    ZonedDateTime there = time.atZone(view.zone());
    boolean sameYear = there.getYear() == view.now().atZone(view.zone()).getYear();
    return (sameYear ? SHORT : WITH_YEAR).format(there);
  }

  /// Such as "12 min ago" or "in 2 d".
  public static String relative(TimeView view, Instant time) {
    Duration gone = Duration.between(time, view.now());
    Duration size = gone.abs();
    String amount;
    if (size.toMinutes() < 1) {
      return Words.of("time.now");
    } else if (size.toHours() < 1) {
      amount = Words.of("time.minutes", size.toMinutes());
    } else if (size.toDays() < 2) {
      amount = Words.of("time.hours", size.toHours());
    } else {
      amount = Words.of("time.days", size.toDays());
    }
    return Words.of(gone.isNegative() ? "time.in" : "time.ago", amount);
  }

  /// All there is to say: UTC, local, relative.
  public static String everything(TimeView view, Instant time) {
    return Words.of(
        "time.everything",
        EXACT.format(time.atZone(ZoneOffset.UTC)),
        EXACT.format(time.atZone(view.local())),
        view.local().getId(),
        relative(view, time));
  }

  /// A label of {@link #shortly} with {@link #everything} on hover.
  public static Label label(TimeView view, Optional<Instant> time, String... classes) {
    Label label = Labels.words("", classes);
    set(label, view, time);
    return label;
  }

  /// Another time for such a label.
  public static void set(Label label, TimeView view, Optional<Instant> time) {
    label.setText(time.map(t -> shortly(view, t)).orElse(Words.of("time.none")));
    time.ifPresentOrElse(
        t -> Labels.tipOnHover(label, () -> everything(view, t)), () -> Labels.noTip(label));
  }

  static String clock(Instant time, ZoneId zone) {
    return SHORT.format(time.atZone(zone));
  }
}
