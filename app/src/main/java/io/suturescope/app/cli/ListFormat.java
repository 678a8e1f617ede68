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

  <T> RowFormat<T> open(RowKind<T> kind, Console console, CommonOptions options)
      throws IOException {
    Writer out = console.out();
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
