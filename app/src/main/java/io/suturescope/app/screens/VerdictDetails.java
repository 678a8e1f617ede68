package io.suturescope.app.screens;

import io.suturescope.app.store.VerdictRow;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.model.origin.Place;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import io.suturescope.model.verdict.VerdictSentence;
import io.suturescope.model.verdict.VerdictSource;
import io.suturescope.views.verdicts.VerdictDetail;
import io.suturescope.views.verdicts.VerdictLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes ledgers as lines and as pages. Values of the program are masked, and long ones cut.
final class VerdictDetails {

  private static final int LONGEST_VALUE = 2_000;
  private static final int LONGEST_SENTENCE = 400;

  /// More than anybody reads; the newest ones are shown.
  private static final int MOST_ENTRIES = 200;

  private VerdictDetails() {}

  static VerdictLine.Ledger line(VerdictRow row, boolean several) {
    VerdictLedger ledger = row.ledger();
    return new VerdictLine.Ledger(
        Words.verdict(ledger.standing()),
        Words.shortName(ledger.subject().function()),
        place(row, several),
        ledger.subject().guards().stream().findFirst().orElse(""),
        sentence(ledger),
        ledger.standingEntry().map(e -> source(e.verdict().source())).orElse(""),
        ledger.count(),
        ledger.standingEntry().map(stands -> stands.verdict().time()).orElseGet(ledger::newestTime),
        row.patch().isPresent() ? ledger.coverage() : "");
  }

  private static String place(VerdictRow row, boolean several) {
    String named = row.patch().isPresent() ? row.ledger().subject().module() : "no patch fits";
    String in = row.patch().isPresent() ? named : named + " · " + row.file();
    return several ? in + " · " + row.source().identity().displayName() : in;
  }

  /// Of the verdict that stands.
  private static String sentence(VerdictLedger ledger) {
    Optional<VerdictEntry> stands = ledger.standingEntry();
    if (stands.isPresent()) {
      return sentence(stands.get().verdict(), ledger);
    }
    if (ledger.beforePresentCode() > 0) {
      return "No verdict of the present code: what there is, is older. That does not mean that the"
          + " patch is right.";
    }
    return ledger.entries().stream()
        .map(VerdictEntry::verdict)
        .findFirst()
        .map(verdict -> sentence(verdict, ledger))
        .orElse(VerdictSentence.NOT_RUN);
  }

  private static String sentence(Verdict verdict, VerdictLedger ledger) {
    return masked(VerdictSentence.of(verdict, Optional.of(ledger.subject())), LONGEST_SENTENCE);
  }

  /// Masked first: a secret that is cut looks like none.
  private static String masked(String text, int longest) {
    String bounded =
        text.length() > 4 * LONGEST_VALUE ? text.substring(0, 4 * LONGEST_VALUE) : text;
    String masked = Redaction.masked(bounded);
    return masked.length() > longest ? masked.substring(0, longest) + "…" : masked;
  }

  private static String source(VerdictSource source) {
    return switch (source) {
      case FOLDED_COPY -> "incident log";
      case RUN_LOG -> "printed text";
      case AGENT -> "agent";
    };
  }

  static VerdictDetail detail(VerdictRow row, boolean several) {
    VerdictLedger ledger = row.ledger();
    List<VerdictEntry> all = ledger.entries();
    List<VerdictEntry> newest = all.subList(Math.max(0, all.size() - MOST_ENTRIES), all.size());
    List<String> caveats = new ArrayList<>(VerdictSentence.caveats(ledger));
    if (newest.size() < all.size()) {
      caveats.addFirst(
          Words.count(all.size() - newest.size(), "older verdict is", "older verdicts are")
              + " not listed.");
    }
    return new VerdictDetail(
        Words.verdict(ledger.standing()),
        Words.shortName(ledger.subject().function()),
        place(row, several),
        sentence(ledger),
        row.patch().isPresent() ? ledger.coverage() : "",
        caveats,
        ledger
            .newest(VerdictKind.DIVERGENT)
            .flatMap(e -> e.verdict().returned())
            .flatMap(VerdictDetails::values),
        newest.stream().map(entry -> entry(entry, ledger)).toList(),
        row.patch().isPresent());
  }

  private static VerdictDetail.Entry entry(VerdictEntry entry, VerdictLedger ledger) {
    Verdict verdict = entry.verdict();
    return new VerdictDetail.Entry(
        Words.verdict(verdict.kind()),
        sentence(verdict, ledger),
        verdict.count(),
        verdict.time(),
        source(verdict.source()),
        place(entry.place()),
        ledger.isBeforePresentCode(entry) ? "(Before the present code.)" : "");
  }

  private static String place(Place place) {
    return Words.fileName(place.file()) + (place.line() > 0 ? ":" + place.line() : "");
  }

  private static Optional<VerdictDetail.Values> values(Returned returned) {
    if (!(returned instanceof Returned.Both(String original, String patched))) {
      return Optional.empty();
    }
    String left = masked(original, LONGEST_VALUE);
    String right = masked(patched, LONGEST_VALUE);
    return Optional.of(
        new VerdictDetail.Values(left, marks(left, right, true), right, marks(left, right, false)));
  }

  /// The characters of one side that the other does not have.
  private static List<Range> marks(String left, String right, boolean ofLeft) {
    List<String> lefts = List.of(left.split("\n", -1));
    List<String> rights = List.of(right.split("\n", -1));
    List<String> lines = ofLeft ? lefts : rights;
    List<Range> marks = new ArrayList<>();
    for (TextRow row : TextDiff.between(lefts, rights).rows()) {
      var at = ofLeft ? row.left() : row.right();
      if (at.isEmpty() || row.change() == Change.SAME) {
        continue;
      }
      int start = start(lines, at.getAsInt());
      List<Range> words = ofLeft ? row.leftWords() : row.rightWords();
      if (row.change() == Change.CHANGED) {
        words.forEach(word -> marks.add(new Range(start + word.from(), start + word.to())));
      } else {
        marks.add(new Range(start, start + lines.get(at.getAsInt()).length()));
      }
    }
    return marks;
  }

  private static int start(List<String> lines, int line) {
    return lines.subList(0, line).stream().mapToInt(text -> text.length() + 1).sum();
  }
}
