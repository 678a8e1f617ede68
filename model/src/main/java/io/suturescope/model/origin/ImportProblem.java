package io.suturescope.model.origin;

import java.util.Objects;

/// Something in a source that could not be read ({@link Weight#PROBLEM}) or was read and kept
/// although it is odd ({@link Weight#WARNING}). Both are shown with file, line, reason and raw
/// text.
///
/// @param file path inside the source
/// @param line from 1; 0 where lines mean nothing
/// @param reason one plain sentence without a final stop, starting in lower case
/// @param excerpt at most {@link #EXCERPT_LIMIT} characters of the raw text, undecodable bytes
///   replaced
public record ImportProblem(Weight weight, String file, long line, String reason, String excerpt) {

  public static final int EXCERPT_LIMIT = 400;

  public enum Weight {
    PROBLEM,
    WARNING
  }

  public ImportProblem {
    Objects.requireNonNull(weight);
    Objects.requireNonNull(file);
    Objects.requireNonNull(reason);
    if (excerpt.length() > EXCERPT_LIMIT) {
      excerpt = excerpt.substring(0, EXCERPT_LIMIT);
    }
  }

  public static ImportProblem problem(String file, long line, String reason, String excerpt) {
    return new ImportProblem(Weight.PROBLEM, file, line, reason, excerpt);
  }

  public static ImportProblem warning(String file, long line, String reason, String excerpt) {
    return new ImportProblem(Weight.WARNING, file, line, reason, excerpt);
  }
}
