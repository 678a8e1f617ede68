package io.suturescope.model.digest;

import io.suturescope.model.digest.Digest.Cut;
import java.util.List;
import java.util.Optional;

/// How CodeSuture's own digest of the same day or week counts, and why that is another number.
/// Always adds up: `lines = crashes + the sum of all reasons`.
///
/// @param lines what CodeSuture calls incidents; the sum where there are several sources
/// @param crashes of the digest that this belongs to
/// @param numbers its other numbers beside ours
/// @param functions whose "patched n times" is not the number of their crashes
public record DigestDifferences(
    long lines,
    long crashes,
    List<Reason> reasons,
    List<Pair> numbers,
    Cut<FunctionCount> functions) {

  public DigestDifferences {
    reasons = List.copyOf(reasons);
    numbers = List.copyOf(numbers);
  }

  /// @param count lines that CodeSuture counts and we do not; negative the other way round
  public record Reason(long count, Why why) {}

  /// Why a line counts only on one side.
  public enum Why {
    VERIFICATION_COPY("shadow mode wrote as verification copies of crashes"),
    REPEATED_LINE("repeated another line byte for byte"),
    UNDATED("came without a usable time; CodeSuture takes the moment of reading for it"),
    OUTSIDE("happened outside of the period: CodeSuture goes by the names of its files"),
    DROPPED("came with a severity or status that CodeSuture does not know; it drops them silently"),
    CUT_OFF("came after the end of CodeSuture's day, which is a day of UTC"),
    OTHER_FILE("stood in files that CodeSuture does not read for this period");

    private final String clause;

    Why(String clause) {
      this.clause = clause;
    }

    /// Goes on after "n lines that"; good for one line as well.
    public String clause() {
      return clause;
    }
  }

  /// @param name as CodeSuture writes it
  /// @param ours empty where the console has no such number
  /// @param why they may differ
  public record Pair(String name, long theirs, Optional<DigestNumber> ours, String why) {}

  /// @param lines what CodeSuture says behind "patched"
  /// @param crashes of the functions of that name in the period
  public record FunctionCount(String function, long lines, DigestNumber crashes) {}
}
