package io.suturescope.model.patch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which Python some bytecode was made by, and what shows it (codesuture.md 13).
///
/// @param candidates minor versions ("3.11") that remain possible, ascending; one when it is known,
///   none when nothing fits
public record PythonChoice(List<String> candidates, Evidence evidence) {

  /// What shows it, strongest first.
  public enum Evidence {
    /// The user said so.
    GIVEN,
    /// A running process says so.
    AGENT,
    /// The incident's `python_version`, close in time to the patch.
    INCIDENT,
    /// The magic number of a `.pyc`.
    MAGIC,
    /// The opcodes.
    BYTES,
    /// Nothing does.
    NOTHING;

    /// As cli.md writes it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PythonChoice {
    candidates = List.copyOf(candidates);
  }

  /// The version to disassemble with: the first candidate, since ambiguous bytes read the same with
  /// each of them but for names; empty when nothing fits.
  public Optional<String> chosen() {
    return candidates.stream().findFirst();
  }

  /// Such as "3.11" or "3.11 or 3.12"; empty when nothing fits.
  public String text() {
    return String.join(" or ", candidates);
  }
}
