package io.suturescope.app.digest;

import io.suturescope.app.store.SourceRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Which digest, and how it is written.
///
/// @param weekly seven days that end with `day` instead of `day` alone
/// @param source only this one; empty for all of the workspace. Style CODESUTURE is always of one
///   source, and empty there is a project in which nothing was found
/// @param journal the record of commands that were sent to agents; empty to leave them out
public record DigestRequest(
    Style style,
    boolean weekly,
    LocalDate day,
    Optional<SourceRow> source,
    Format format,
    Flavour flavour,
    Optional<Path> journal) {

  /// In whose words.
  public enum Style {
    SUTURESCOPE,
    /// As CodeSuture itself writes it, in UTC and GitHub's Markdown.
    CODESUTURE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Format {
    MARKDOWN,
    HTML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which markup MARKDOWN is.
  public enum Flavour {
    GITHUB,
    SLACK,
    JIRA,
    PLAIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
