package io.suturescope.views.digest;

import io.suturescope.model.digest.DigestPage;
import io.suturescope.views.controls.Emptiness;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/// The screen of the digest, ready to draw.
///
/// @param day the day, or the last of the week
/// @param today where the digest is in its zone
/// @param sources those that can be chosen; with fewer than two there is no choice
/// @param source the chosen one; empty for all of them
/// @param reading true while another digest than the drawn one is read
public record DigestState(
    Emptiness emptiness,
    boolean weekly,
    LocalDate day,
    LocalDate today,
    DigestActions.Style style,
    List<Source> sources,
    OptionalLong source,
    boolean reading,
    Content content) {

  public DigestState {
    sources = List.copyOf(sources);
  }

  /// @param name from outside: may hold anything
  public record Source(long id, String name) {}

  /// What is drawn.
  public sealed interface Content {

    /// Nothing was read yet.
    record Nothing() implements Content {}

    record Page(DigestPage page) implements Content {}

    /// Text as it is, drawn line by line.
    ///
    /// @param more true when there are more lines than these
    record AsWritten(List<String> lines, boolean more) implements Content {
      public AsWritten {
        lines = List.copyOf(lines);
      }
    }
  }
}
