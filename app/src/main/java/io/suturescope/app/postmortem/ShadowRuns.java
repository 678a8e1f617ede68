package io.suturescope.app.postmortem;

import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestBlock.Bullets;
import io.suturescope.model.digest.DigestBlock.Paragraph;
import io.suturescope.model.digest.DigestBlock.Table;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Words;
import io.suturescope.model.digest.VisibleText;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import io.suturescope.model.verdict.VerdictSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What shadow runs said of the patch, each verdict with the line that it stands in.
final class ShadowRuns {

  private static final int MOST = 20;
  private static final int LONGEST = 2_000;
  private static final String PROVES_NOTHING = " That does not mean that the patch is right.";

  private ShadowRuns() {}

  /// @param ledger of the patch; without a patch only what stands on the crash itself is known
  static List<DigestBlock> blocks(StoredIncident stored, Optional<VerdictLedger> ledger) {
    if (ledger.isEmpty()) {
      return List.of(said(ofTheCrash(stored.verificationCopies())));
    }
    if (ledger.get().entries().isEmpty()) {
      return List.of(said("No verdict of this patch was found." + PROVES_NOTHING));
    }
    return ofThePatch(stored, ledger.get());
  }

  private static String ofTheCrash(long copies) {
    return copies == 0
        ? "No verdict of this crash is on disk." + PROVES_NOTHING
        : (copies == 1
                ? "Justified: "
                : String.format(Locale.ROOT, "Justified, %,d times: ", copies))
            + "the original raised again in a shadow run. That does not mean that the value which"
            + " callers get is right.";
  }

  private static List<DigestBlock> ofThePatch(StoredIncident stored, VerdictLedger ledger) {
    List<DigestBlock> blocks = new ArrayList<>();
    blocks.add(said(standing(ledger)));
    List<VerdictEntry> all = ledger.entries();
    List<VerdictEntry> newest = all.subList(Math.max(0, all.size() - MOST), all.size());
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    for (VerdictEntry entry : newest) {
      String before = ledger.isBeforePresentCode(entry) ? " (before the present code)" : "";
      rows.add(
          List.of(
              List.of(new Words(word(entry.verdict().kind()) + before)),
              List.of(new Words(String.format(Locale.ROOT, "%,d", entry.verdict().count()))),
              sentence(entry.verdict(), ledger),
              List.of(new Recorded(where(entry, stored)))));
    }
    blocks.add(new Table(List.of("Verdict", "Runs", "What it says", "Recorded in"), rows));
    List<String> caveats = new ArrayList<>(VerdictSentence.caveats(ledger));
    if (newest.size() < all.size()) {
      caveats.addFirst((all.size() - newest.size()) + " older verdicts are left out here.");
    }
    blocks.add(
        new Bullets(
            caveats.stream()
                .map(text -> List.<DigestSpan>of(new Words(VisibleText.line(text))))
                .toList()));
    return blocks;
  }

  /// With the name of the source where it is another than that of the crash.
  private static String where(VerdictEntry entry, StoredIncident stored) {
    String where = Happening.where(entry.place());
    boolean told =
        entry.sourceName().equals(stored.source().identity().displayName())
            || entry.sourceName().equals(entry.place().file());
    return told ? where : entry.sourceName() + ": " + where;
  }

  private static String standing(VerdictLedger ledger) {
    VerdictKind stands = ledger.standing();
    return "Crashes with a shadow run: "
        + ledger.coverage()
        + ". "
        + switch (stands) {
          case NOT_RUN -> "No verdict of the present code." + PROVES_NOTHING;
          case JUSTIFIED ->
              "What stands: "
                  + word(stands)
                  + ". That does not mean that the value which callers get is right.";
          case DIVERGENT, ERROR, UNNECESSARY -> "What stands: " + word(stands) + ".";
        };
  }

  private static String word(VerdictKind kind) {
    return switch (kind) {
      case DIVERGENT -> "divergent";
      case ERROR -> "the comparison failed";
      case UNNECESSARY -> "unnecessary";
      case JUSTIFIED -> "justified";
      case NOT_RUN -> "no verdict";
    };
  }

  private static List<DigestSpan> sentence(Verdict verdict, VerdictLedger ledger) {
    if (verdict.kind() == VerdictKind.DIVERGENT
        && verdict.returned().orElse(null) instanceof Returned.Both(String original, String now)) {
      return List.of(
          new Words("The original returned "),
          new Recorded(masked(original)),
          new Words(", the patched code returned "),
          new Recorded(masked(now)),
          new Words("."));
    }
    String text = VerdictSentence.of(verdict, Optional.of(ledger.subject()));
    return List.of(new Words(VisibleText.line(masked(text))));
  }

  private static String masked(String text) {
    String masked =
        Redaction.masked(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text);
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
  }

  private static DigestBlock said(String text) {
    return new Paragraph(List.of(new Words(text)));
  }
}
