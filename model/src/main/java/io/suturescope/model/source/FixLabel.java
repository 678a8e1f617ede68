package io.suturescope.model.source;

import java.util.Locale;

/// Whether a suggested fix can be used; the first that holds, in this order.
public enum FixLabel {
  /// There is no suggestion.
  NONE,
  /// It changes nothing.
  NO_OP,
  /// The file it belongs to is not in the source.
  SOURCE_MISSING,
  /// The line it wants to replace is not in the file any more.
  SOURCE_DRIFTED,
  /// The line it wants to replace is in the file, but not where the function crashed.
  WRONG_LINE,
  /// The file would not parse with it.
  DOES_NOT_PARSE,
  /// The file would parse, but the line would do another thing: it returns or assigns no more.
  CHANGES_STATEMENT,
  USABLE;

  /// As `patches --format json` writes it (cli.md); `wrong_line` and `changes_statement` are
  /// additions.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
