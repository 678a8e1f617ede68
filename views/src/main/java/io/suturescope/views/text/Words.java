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

  /// A whole number with separators.
  public static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
