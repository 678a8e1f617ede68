package io.suturescope.model.bytecode;

import java.util.List;

/// A `str` object.
///
/// @param value may hold lone surrogates, which Python allows
/// @param torn where in `value` two lone surrogates stand side by side, which look like the one
///   character that they would encode; ascending, and empty in nearly every text
public record PyText(String value, List<Integer> torn) implements PyValue {
  public PyText {
    torn = List.copyOf(torn);
  }

  /// A text without lone surrogates side by side.
  public PyText(String value) {
    this(value, List.of());
  }
}
