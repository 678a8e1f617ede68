package io.suturescope.app.postmortem;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Words;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixLabel;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What nothing records (codesuture.md 14), as questions.
final class OpenQuestions {

  private OpenQuestions() {}

  static List<List<DigestSpan>> of(
      StoredIncident stored, Optional<Examination> examined, Optional<VerdictLedger> ledger) {
    Incident incident = stored.incident();
    List<List<DigestSpan>> questions = new ArrayList<>();
    ask(questions, "Why did it fail? The root cause is recorded nowhere.");
    questions.add(
        List.of(
            new Words("Who got "),
            new Recorded(Redaction.masked(incident.targetVariable(), incident.defaultValue())),
            new Words(
                " in place of the failure, how often, and what did they do with it? CodeSuture does"
                    + " not count that.")));
    boolean live =
        examined
            .map(e -> e.patch().effectiveState())
            .filter(s -> s == EffectiveState.LIVE || s == EffectiveState.EXPIRED_LIVE)
            .isPresent();
    if (!live) {
      ask(
          questions,
          "Is the patch in the memory of a running process, and of how many? Files do not tell.");
    }
    shadowRuns(questions, stored, ledger);
    if (examined.filter(e -> e.original() == OriginalKind.NONE).isPresent()) {
      ask(questions, "What did the function do before? Its unpatched code was not found.");
    }
    FixLabel label =
        examined.flatMap(Examination::fix).map(CheckedFix::label).orElse(FixLabel.NONE);
    ask(
        questions,
        label == FixLabel.USABLE
            ? "Is the suggested fix the right one? That it can be applied does not say so."
            : "How is the source to be mended? There is no usable suggestion.");
    ask(questions, "Who owns this function, and by when is it decided?");
    return questions;
  }

  private static void shadowRuns(
      List<List<DigestSpan>> questions, StoredIncident stored, Optional<VerdictLedger> ledger) {
    boolean silent =
        ledger.map(l -> l.has(VerdictKind.NOT_RUN)).orElse(stored.verificationCopies() == 0);
    if (silent) {
      ask(
          questions,
          "Does the original still fail, and does the patch return what it would have? No shadow"
              + " run left a trace of the present code.");
    }
    if (ledger.filter(l -> l.has(VerdictKind.DIVERGENT)).isPresent()) {
      ask(
          questions,
          "The original and the patched code returned different values: which of them is right?");
    }
  }

  private static void ask(List<List<DigestSpan>> questions, String question) {
    questions.add(List.of(new Words(question)));
  }
}
