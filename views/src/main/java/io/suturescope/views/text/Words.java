package io.suturescope.views.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words on the screen, by key, from `words.properties`.
public final class Words {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.suturescope.views.text.words");

  private Words() {}

  public static String of(String key) {
    return BUNDLE.getString(key);
  }

  /// Fills `{0}`, `{1}` and so on in the manner of {@link MessageFormat}; numbers get separators.
  public static String of(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
  }

  /// A whole number with separators. Short enough for a narrow place: "4,787", "12k", "1.2M".
  public static String compact(long value) {
    if (value < 10_000) {
      return number(value);
    }
    return value < 1_000_000
        ? value / 1_000 + "k"
        : String.format(Locale.ENGLISH, "%.1fM", Math.floor(value / 100_000.0) / 10);
  }

  public static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
