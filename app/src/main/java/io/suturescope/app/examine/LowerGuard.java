package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.guard.GuardQuestion;
import io.suturescope.model.incident.Incident;
import java.util.Optional;

/// A guard that is in the code under a later one (codesuture.md 2).
///
/// @param latest its latest crash, which alone tells its target and default value
record LowerGuard(String type, Optional<Incident> latest) {

  String sentence(PatchRow patch) {
    if (latest.isEmpty()) {
      return "Under it lies an earlier " + type + ".";
    }
    Incident crash = latest.get();
    GuardQuestion question =
        new GuardQuestion(
            type,
            crash.targetVariable(),
            crash.defaultValue(),
            patch.module(),
            patch.function(),
            crash.exceptionType(),
            Optional.empty(),
            Optional.empty());
    return "Under it lies an earlier " + type + ": " + GuardExplanation.of(question).text();
  }
}
