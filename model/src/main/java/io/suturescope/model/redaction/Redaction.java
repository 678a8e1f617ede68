package io.suturescope.model.redaction;

/// Masks what must not be shown: secrets by their name or their look, and whole environments.
///
/// A mask keeps the quotes or brackets around a value, so that its kind is seen, and says whether
/// it has fewer than 16 characters (`•••`) or more (`••••••`). It says nothing else: two equal
/// secrets are not seen to be equal, for a reader who knows one of them would know the other. What
/// tells no secret stays: `None`, `True`, `False`, empty texts and collections.
///
/// Time and memory grow with the length of the text only, whatever stands in it.
public final class Redaction {

  private Redaction() {}

  /// Masks the secrets in any text: a message, a repr, a stack, a line of a shell, JSON. A string
  /// that is cut off at the end is masked as a whole.
  public static String masked(String text) {
    Spans hidden = new Spans(text);
    new Structure(text, hidden).region();
    new Shapes(text, hidden).find();
    return hidden.masked();
  }

  /// Masks the value of a variable, a field or a header; the name decides as well.
  ///
  /// @param value as text, such as the repr of a variable
  public static String masked(String name, String value) {
    Spans hidden = new Spans(value);
    new Structure(value, hidden).valueOf(name);
    new Shapes(value, hidden).find();
    return hidden.masked();
  }

  /// Scheme and host of an address; path, query and user may all be credentials.
  public static String maskedAddress(String url) {
    return url.isEmpty() ? "" : Addresses.hostOnly(url);
  }
}
