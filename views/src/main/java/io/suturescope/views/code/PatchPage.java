package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Fact;
import java.util.List;
import java.util.Optional;

/// All about one patch, ready to draw.
///
/// @param explanation in plain words
/// @param source empty when neither the file nor a recorded line is there
/// @param fix empty when nothing was suggested
/// @param facts further facts, such as the recorded state
public record PatchPage(
    Heading heading,
    GuardExplanation explanation,
    Optional<Source> source,
    Bytecode bytecode,
    Optional<Fix> fix,
    Trust trust,
    List<Fact> facts) {

  public PatchPage {
    facts = List.copyOf(facts);
  }

  /// What the page is about.
  ///
  /// @param patch the id
  /// @param severity of the latest crash
  public record Heading(
      String patch,
      String module,
      String function,
      String guard,
      Optional<Severity> severity,
      List<Chip> chips) {

    public Heading {
      chips = List.copyOf(chips);
    }
  }

  /// The function as its file is now.
  ///
  /// @param file empty when the file is not there and `lines` are what the stack trace quotes
  /// @param crashLine number of the line; 0 when unknown
  /// @param from first character of the part that failed
  /// @param to behind its last character; equal to `from` when no part is known
  /// @param note where the text is from
  /// @param sinceCrash what has changed since the crash; empty when nothing can be compared
  public record Source(
      String file,
      int firstLine,
      List<String> lines,
      int crashLine,
      int from,
      int to,
      String note,
      Optional<TextDiff> sinceCrash) {

    public Source {
      lines = List.copyOf(lines);
    }
  }

  /// The instructions on both sides.
  ///
  /// @param unreadable why there is nothing to show; empty when there is something
  public record Bytecode(Optional<CodeDiff> diff, Side left, Side right, String unreadable) {}

  /// One side.
  ///
  /// @param title such as "Original"
  /// @param origin such as "from __pycache__, Python 3.11"; may be empty
  /// @param note what to know of it; may be empty
  public record Side(String title, List<Chip> origin, String note) {

    public Side {
      origin = List.copyOf(origin);
    }

    /// One of which there is no more to say.
    static Side named(String title) {
      return new Side(title, List.of(), "");
    }
  }

  /// The suggestion, checked.
  ///
  /// @param firstLine number of the first line of the diff
  /// @param usable true when a patch can be exported
  public record Fix(
      Chip label,
      String reason,
      String confidence,
      String file,
      Optional<TextDiff> diff,
      int firstLine,
      boolean usable) {}

  /// Whether the bytes can be trusted.
  ///
  /// @param meaning of the signature's state
  public record Trust(Chip signature, String meaning, List<Warning> warnings) {

    public Trust {
      warnings = List.copyOf(warnings);
    }
  }

  /// A reason to be careful.
  public record Warning(String text, boolean grave) {}
}
