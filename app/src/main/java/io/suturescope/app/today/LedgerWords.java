package io.suturescope.app.today;

import io.suturescope.model.digest.VisibleText;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What shadow runs said, in one sentence. Values are masked, and long ones cut.
final class LedgerWords {

  private static final int LONGEST = 60;

  /// A hostile value may be of any length.
  private static final int MASKED = 8_000;

  private LedgerWords() {}

  /// Both values of the first one that has them, and who else diverges.
  static String divergent(List<VerdictLedger> ledgers) {
    for (int i = 0; i < ledgers.size(); i++) {
      Optional<Returned.Both> both = both(ledgers.get(i));
      if (both.isPresent()) {
        List<VerdictLedger> others = new ArrayList<>(ledgers);
        others.remove(i);
        return name(ledgers.get(i))
            + ": the original returned "
            + value(both.get().original())
            + ", the patched one returns "
            + value(both.get().patched())
            + (others.isEmpty() ? "." : "; also " + names(others) + ".");
      }
    }
    return names(ledgers) + ": the original and the patched code returned different values.";
  }

  private static Optional<Returned.Both> both(VerdictLedger ledger) {
    return ledger
        .standingEntry()
        .filter(e -> e.verdict().kind() == VerdictKind.DIVERGENT)
        .or(() -> ledger.newest(VerdictKind.DIVERGENT))
        .map(VerdictEntry::verdict)
        .flatMap(verdict -> verdict.returned())
        .filter(Returned.Both.class::isInstance)
        .map(Returned.Both.class::cast);
  }

  /// @param fixed names of those that are fixed in the source; may be empty
  static String removable(List<VerdictLedger> unnecessary, String fixed) {
    if (unnecessary.isEmpty()) {
      return fixed + ": fixed in the source.";
    }
    long of = unnecessary.stream().mapToLong(VerdictLedger::count).sum();
    long times = unnecessary.stream().mapToLong(l -> l.count(VerdictKind.UNNECESSARY)).sum();
    String said =
        String.format(
            Locale.ROOT,
            "%s: unnecessary in %,d of %,d shadow %s",
            names(unnecessary),
            times,
            of,
            of == 1 ? "run" : "runs");
    return said + (fixed.isEmpty() ? "." : "; " + fixed + ": fixed in the source.");
  }

  private static String names(List<VerdictLedger> ledgers) {
    return Morning.listed(ledgers.stream().map(LedgerWords::name).distinct().toList());
  }

  private static String name(VerdictLedger ledger) {
    return ledger.subject().function();
  }

  private static String value(String recorded) {
    String masked =
        Redaction.masked(recorded.length() > MASKED ? recorded.substring(0, MASKED) : recorded);
    return VisibleText.line(
        masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked);
  }
}
