package io.suturescope.views.incidents;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityTrace;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All about the selected row.
///
/// @param counts such as "88 crashes · 3 copies folded"
/// @param place such as "shop.cart · cart.py:41"
/// @param guard may be empty
/// @param target the guarded name; may be empty
public record IncidentDetail(
    Severity severity,
    Optional<Chip> state,
    String counts,
    String function,
    String place,
    String guard,
    String target,
    Story story,
    List<Frame> stack,
    Optional<SourceBlock> source,
    Raw raw,
    Copies copies) {

  public IncidentDetail {
    stack = List.copyOf(stack);
  }

  /// The tabs.
  public enum Tab {
    STORY,
    STACK,
    SOURCE,
    BYTECODE,
    FIX,
    RAW
  }

  /// What happened, in words.
  ///
  /// @param sentence pieces in a row
  /// @param line the crashing line and a few around it
  /// @param raised exception type and message
  /// @param escalated the alert, when it says another severity
  /// @param trace why this severity; empty where nothing was judged
  /// @param folded verification copies, one line each
  /// @param more further facts, such as thread and versions
  public record Story(
      List<Phrase> sentence,
      Optional<SourceBlock> line,
      String raised,
      Optional<Instant> first,
      Optional<Instant> last,
      Severity logged,
      Optional<EscalatedAlert> escalated,
      Optional<SeverityTrace> trace,
      Grouping grouping,
      List<String> folded,
      List<Fact> more) {

    public Story {
      sentence = List.copyOf(sentence);
      folded = List.copyOf(folded);
      more = List.copyOf(more);
    }
  }

  /// An alert that says another severity than the log.
  ///
  /// @param file in the project
  public record EscalatedAlert(Severity severity, String file) {}

  /// A piece of a sentence.
  public record Phrase(String text, boolean code) {}

  /// Why crashes stand together.
  ///
  /// @param window what the fingerprint is made of
  /// @param sharedWith other functions with the same fingerprint
  public record Grouping(String fingerprint, List<Fact> window, List<String> sharedWith) {

    public Grouping {
      window = List.copyOf(window);
      sharedWith = List.copyOf(sharedWith);
    }
  }

  /// Lines of a source file.
  ///
  /// @param note where the text is from, or why there is none; may be empty
  public record SourceBlock(String file, List<Line> lines, String note) {

    public SourceBlock {
      lines = List.copyOf(lines);
    }
  }

  /// One line of source.
  ///
  /// @param marked the line that crashed
  /// @param from first character of the part that crashed
  /// @param to behind its last character; equal to `from` when no part is known
  public record Line(int number, String text, boolean marked, int from, int to) {}

  /// One entry of the stack, outermost first as recorded.
  ///
  /// @param code the line of source as recorded; may be empty
  /// @param crashed true for the frame that raised
  public record Frame(String file, int line, String function, String code, boolean crashed) {}

  /// The record as it stands in its file.
  ///
  /// @param line from 1; 0 when lines mean nothing
  public record Raw(String file, long line, String json) {}

  /// What the copy menu puts on the clipboard.
  public record Copies(String text, String json, String id) {}
}
