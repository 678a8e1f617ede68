package io.suturescope.model.origin;

import java.util.Objects;

/// Something in a source that has to be said, with the file, the line, a reason and the raw text.
///
/// @param file path inside the source
/// @param line from 1; 0 where lines mean nothing
/// @param reason one plain sentence without a final stop, starting in lower case
/// @param excerpt at most {@link #EXCERPT_LIMIT} characters of the raw text, undecodable bytes
///   replaced
public record ImportProblem(Weight weight, String file, long line, String reason, String excerpt) {

  public static final int EXCERPT_LIMIT = 400;

  public enum Weight {
    /// Could not be read.
    PROBLEM,
    /// Read and kept, but odd.
    WARNING,
    /// Nothing is wrong with the data: it shows what CodeSuture itself could not do (codesuture.md
    /// 15).
    DEFECT
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

  public static ImportProblem defect(String file, long line, String reason, String excerpt) {
    return new ImportProblem(Weight.DEFECT, file, line, reason, excerpt);
  }

  public static ImportProblem warning(String file, long line, String reason, String excerpt) {
    return new ImportProblem(Weight.WARNING, file, line, reason, excerpt);
  }
}
