package io.suturescope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/// The formats of every command that lists rows.
enum ListFormat {
  TABLE,
  JSON,
  CSV,
  MARKDOWN;

  /// Starts to print. What people read is always masked; JSON and CSV carry records as they are.
  ///
  /// @param redact true to mask JSON and CSV as well
  <T> RowFormat<T> open(RowKind<T> rows, Console console, CommonOptions options, boolean redact)
      throws IOException {
    Writer out = console.out();
    boolean forPeople = this == TABLE || this == MARKDOWN;
    RowKind<T> kind = redact || forPeople ? new MaskedKind<>(rows) : rows;
    return switch (this) {
      case JSON -> new JsonRows<>(kind, out);
      case CSV -> new CsvRows<>(kind, out);
      case MARKDOWN -> new MarkdownRows<>(kind, out, options.zone());
      case TABLE ->
          new TableRows<>(
              kind,
              out,
              options.zone(),
              console.surroundings().columns(),
              options.colour(console.surroundings()));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
