package io.suturescope.model.verdict;

import io.suturescope.model.guard.PythonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what a verdict means, and nothing more than that. Values of the program stand in the
/// sentences as they were recorded: whoever shows them masks them.
public final class VerdictSentence {

  public static final String UNNECESSARY =
      "The original succeeded with the same result: the patch changed nothing in that call.";
  public static final String ERROR = "The comparison itself failed; nothing is known.";
  public static final String NOT_RUN =
      "No verdict: the shadow run was off, or it never compared this function. That does not mean"
          + " that the patch is right.";
  public static final String SILENT =
      "A comparison began and printed no verdict: it failed, or the original raised and CodeSuture"
          + " found no crash to note that on, as with every method. Nothing is known.";
  public static final String SHALLOW =
      "Shadow runs copy arguments only one level deep: the patched call may have changed what the"
          + " original was given.";
  public static final String TWICE =
      "A shadow run executes the original after the patched code: its side effects happened twice.";
  public static final String SHARED_ORIGINAL =
      "CodeSuture keeps one original for each file and bare name. Several patched functions share"
          + " this one, so the comparison may have been with another function's original.";

  /// Guards that make the whole function return the default (codesuture.md 15, 4).
  private static final Set<String> RETURNING =
      Set.of("index_guard", "list_bound_guard", "file_guard", "return_guard");

  private static final String UNRECORDED = "what callers got is not recorded.";

  private VerdictSentence() {}

  /// @param subject the patch it is about, as far as known
  public static String of(Verdict verdict, Optional<VerdictSubject> subject) {
    return switch (verdict.kind()) {
      case JUSTIFIED -> justified(verdict, subject);
      case UNNECESSARY -> UNNECESSARY;
      case DIVERGENT -> divergent(verdict);
      case ERROR -> ERROR;
      case NOT_RUN -> verdict.source() == VerdictSource.RUN_LOG ? SILENT : NOT_RUN;
    };
  }

  private static String divergent(Verdict verdict) {
    return verdict
        .returned()
        .map(returned ->
            switch (returned) {
              case Returned.Both(String original, String patched) ->
                  "The original returned "
                      + original
                      + ", the patched code returned "
                      + patched
                      + ".";
              case Returned.Unsplit(String text) ->
                  "The original and the patched code returned different values, which cannot be told"
                      + " apart: "
                      + text;
            })
        .orElse("The original and the patched code returned different values, not told which.");
  }

  private static String justified(Verdict verdict, Optional<VerdictSubject> subject) {
    String exception =
        verdict
            .originalException()
            .or(() -> subject.flatMap(VerdictSubject::exception))
            .filter(type -> !type.isEmpty())
            .map(type -> " " + type)
            .orElse("");
    return "The original raised" + exception + "; " + outcome(verdict, subject);
  }

  /// What the caller got, as far as the guard decides it.
  private static String outcome(Verdict verdict, Optional<VerdictSubject> subject) {
    if (verdict.returned().orElse(null) instanceof Returned.Both both) {
      return "callers now get " + both.patched() + ".";
    }
    Optional<String> value =
        subject.flatMap(VerdictSubject::defaultValue).filter(text -> !text.isEmpty());
    if (value.isEmpty()) {
      return UNRECORDED;
    }
    String guard =
        verdict.guard().or(() -> subject.flatMap(s -> s.guards().stream().findFirst())).orElse("");
    if (RETURNING.contains(guard)) {
      return "callers now get " + value.get() + ".";
    }
    return switch (guard) {
      case "null_guard" ->
          "callers now get " + value.get() + ", or what the code makes of it as it goes on.";
      case "division_guard" ->
          "the code now divides by " + value.get() + ", and callers get what comes of it.";
      case "callable_guard", "str_coerce_guard", "autonomous_rule" -> UNRECORDED;
      default -> "the code now goes on with " + value.get() + ", and callers get what comes of it.";
    };
  }

  /// What has to be said beside the verdicts of a ledger, the graver first.
  public static List<String> caveats(VerdictLedger ledger) {
    List<String> said = new ArrayList<>();
    if (ledger.entries().isEmpty()) {
      return said;
    }
    boolean shared =
        ledger.entries().stream()
            .anyMatch(e ->
                e.sharedOriginal()
                    && (e.verdict().kind() == VerdictKind.DIVERGENT
                        || e.verdict().kind() == VerdictKind.UNNECESSARY));
    if (shared) {
      said.add(SHARED_ORIGINAL);
    }
    ledger.entries().stream()
        .filter(VerdictEntry::ambiguous)
        .max(java.util.Comparator.comparingInt(e -> e.mayBeAbout().size()))
        .map(e ->
            "A bare name is all that is told: some verdicts may be about "
                + String.join(" or ", e.mayBeAbout())
                + ".")
        .ifPresent(said::add);
    long before = ledger.beforePresentCode();
    if (before > 0) {
      said.add(
          before
              + (before == 1 ? " verdict is" : " verdicts are")
              + " from before the present code, and"
              + (before == 1 ? " says" : " say")
              + " nothing about it.");
    }
    said.add(SHALLOW);
    said.add(TWICE);
    return List.copyOf(said);
  }

  /// The JSON text of a default as Python writes it.
  public static String python(String json) {
    return PythonValue.of(json);
  }
}
