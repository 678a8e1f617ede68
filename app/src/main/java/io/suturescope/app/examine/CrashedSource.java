package io.suturescope.app.examine;

import io.suturescope.model.diff.TextDiff;
import java.util.List;
import java.util.Optional;

/// The source of a patched function.
///
/// @param file path inside the source; empty when the file is not there
/// @param firstLine number of the first of `lines`
/// @param lines the function with a few lines around it, as the file is now; the recorded line
///   alone when there is no file
/// @param crashLine from 1; 0 when unknown
/// @param from first character of the failing part of the crash line
/// @param to behind its last character; equal to `from` when no part is known
/// @param note where the text is from, and what differs from the moment of the crash
/// @param sinceCrash the lines that the stack trace quotes against the file now; empty when there
///   is nothing to compare
public record CrashedSource(
    String file,
    int firstLine,
    List<String> lines,
    int crashLine,
    int from,
    int to,
    String note,
    Optional<TextDiff> sinceCrash) {

  public CrashedSource {
    lines = List.copyOf(lines);
  }
}
