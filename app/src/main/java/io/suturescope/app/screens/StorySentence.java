package io.suturescope.app.screens;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.views.incidents.IncidentDetail.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One plain sentence that says what happened, and what the record says was put in its place. It
/// claims nothing that the log does not hold.
final class StorySentence {

  private StorySentence() {}

  static List<Phrase> of(Incident incident, boolean folded) {
    List<Phrase> sentence = new ArrayList<>();
    if (folded || incident.shadowVerified()) {
      sentence.add(words("A shadow run of "));
      sentence.add(code(Words.shortName(incident.function())));
      sentence.add(words(" raised again: a verification copy, not a crash."));
      return sentence;
    }
    sentence.add(code(Words.shortName(incident.function())));
    sentence.add(words(" raised "));
    sentence.add(code(incident.exceptionType().isEmpty() ? "?" : incident.exceptionType()));
    if (incident.lineNumber() > 0) {
      sentence.add(words(" in line " + incident.lineNumber()));
    }
    sentence.add(words(". "));
    whatWasDone(incident, sentence);
    return sentence;
  }

  private static void whatWasDone(Incident incident, List<Phrase> sentence) {
    if (incident.status() == IncidentStatus.REPLAYED) {
      sentence.add(words("The request was replayed"));
    } else if (incident.status() == IncidentStatus.PATCHED) {
      sentence.add(words("CodeSuture patched it"));
    } else {
      sentence.add(
          words(
              "CodeSuture logged it as "
                  + (incident.status() == IncidentStatus.UNKNOWN
                      ? "something unknown"
                      : incident.status().name().toLowerCase(Locale.ROOT))));
    }
    if (!incident.guardType().isEmpty()) {
      sentence.add(words(" with a "));
      sentence.add(code(incident.guardType()));
      if (!incident.targetVariable().isEmpty()) {
        sentence.add(words(" on "));
        sentence.add(code(incident.targetVariable()));
      }
      sentence.add(words(", default "));
      sentence.add(
          code(
              Redaction.masked(incident.targetVariable(), PythonText.of(incident.defaultValue()))));
    }
    sentence.add(words("."));
  }

  static List<Phrase> of(PatchEvent event) {
    List<Phrase> sentence = new ArrayList<>();
    sentence.add(code(Words.shortName(event.function())));
    sentence.add(words(" raised "));
    sentence.add(code(event.exceptionType().isEmpty() ? "?" : event.exceptionType()));
    sentence.add(words(" and was not patched: "));
    sentence.add(words(why(event)));
    return sentence;
  }

  /// Why a crash was not patched.
  static String why(PatchEvent event) {
    return switch (event.action().toLowerCase(Locale.ROOT)) {
      case "failed" -> "the guard could not be built.";
      case "rejected" -> "the patch was rejected.";
      case "aborted" -> "the patch was aborted.";
      case "dry_run" -> "it was a dry run.";
      default -> event.action() + ".";
    };
  }

  private static Phrase words(String text) {
    return new Phrase(text, false);
  }

  private static Phrase code(String text) {
    return new Phrase(text, true);
  }
}
