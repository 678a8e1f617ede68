package io.suturescope.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.origin.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is known of a patch, and what is not.
class VerdictLedgerTest {

  private static final Instant PATCHED = Instant.parse("2026-11-20T12:00:00Z");

  private static VerdictSubject subject(String guard, String defaultValue) {
    return new VerdictSubject(
        "shop.pricing",
        "unit_price",
        List.of(guard),
        Optional.of(PATCHED),
        5,
        2,
        Optional.of("ZeroDivisionError"),
        Optional.of(defaultValue));
  }

  private static VerdictEntry copy(String time, String... others) {
    Verdict verdict =
        new Verdict(
            VerdictKind.JUSTIFIED,
            VerdictSource.FOLDED_COPY,
            "unit_price",
            Optional.of("shop.pricing"),
            Optional.of("division_guard"),
            Optional.empty(),
            Optional.of(Instant.parse(time)),
            1,
            Optional.empty(),
            Optional.of("ZeroDivisionError"));
    return new VerdictEntry(
        verdict, "shop", new Place("log.jsonl", 3, 0, 1), List.of(others), false);
  }

  private static VerdictEntry printed(VerdictKind kind, long line, boolean shared) {
    return new VerdictEntry(
        Verdict.printed(kind, "unit_price", Optional.of("pricing.py"), Optional.empty()),
        "shop",
        new Place("run.log", line, 0, 1),
        List.of("shop.pricing:unit_price"),
        shared);
  }

  private static VerdictLedger ledger(VerdictEntry... entries) {
    return VerdictLedger.of(subject("index_guard", "1.0"), List.of(entries));
  }

  @Test
  void nothingKnownIsNoGoodSign() {
    VerdictLedger ledger = ledger();
    assertThat(ledger.standing()).isEqualTo(VerdictKind.NOT_RUN);
    assertThat(ledger.has(VerdictKind.NOT_RUN)).isTrue();
    assertThat(ledger.coverage()).isEqualTo("2 of 5 crashes");
    assertThat(VerdictSentence.NOT_RUN).contains("does not mean that the patch is right");
  }

  @Test
  void aVerdictFromBeforeThePresentCodeSaysNothingOfIt() {
    VerdictLedger ledger = ledger(copy("2026-11-20T11:59:59Z"));
    assertThat(ledger.standing()).isEqualTo(VerdictKind.NOT_RUN);
    assertThat(ledger.has(VerdictKind.JUSTIFIED)).isFalse();
    assertThat(ledger.beforePresentCode()).isEqualTo(1);
    assertThat(ledger.newest(VerdictKind.JUSTIFIED)).isPresent();
    assertThat(VerdictSentence.caveats(ledger))
        .contains("1 verdict is from before the present code, and says nothing about it.");
  }

  @Test
  void whatMayBeTheNewestAndNeedsMostAttentionStands() {
    VerdictLedger ledger =
        ledger(
            copy("2026-11-20T12:00:05Z"),
            printed(VerdictKind.DIVERGENT, 10, false),
            printed(VerdictKind.UNNECESSARY, 12, false));
    // The divergent line is not the last of its text.
    assertThat(ledger.standing()).isEqualTo(VerdictKind.UNNECESSARY);
    assertThat(ledger.has(VerdictKind.DIVERGENT)).isTrue();
    assertThat(ledger.age(PATCHED.plusSeconds(65))).contains(Duration.ofMinutes(1));
  }

  @Test
  void printedLinesAndCopiesOfOneRunAreNotCountedTwice() {
    VerdictLedger ledger =
        ledger(copy("2026-11-20T12:00:05Z"), printed(VerdictKind.JUSTIFIED, 10, false));
    assertThat(ledger.count(VerdictKind.JUSTIFIED)).isEqualTo(1);
    assertThat(ledger.count()).isEqualTo(1);
  }

  @Test
  void whoseVerdictItMayBeIsSaid() {
    VerdictLedger ledger = ledger(copy("2026-11-20T12:00:05Z", "m:A.get", "m:B.get"));
    assertThat(ledger.ambiguous()).isTrue();
    assertThat(VerdictSentence.caveats(ledger))
        .anyMatch(text -> text.contains("may be about m:A.get or m:B.get"));
    assertThat(VerdictSentence.caveats(ledger(printed(VerdictKind.DIVERGENT, 1, true))))
        .contains(VerdictSentence.SHARED_ORIGINAL);
    assertThat(VerdictSentence.caveats(ledger(printed(VerdictKind.JUSTIFIED, 1, true))))
        .doesNotContain(VerdictSentence.SHARED_ORIGINAL);
  }

  @Test
  void sentencesSayWhatTheCallerGets() {
    Verdict justified = copy("2026-11-20T12:00:05Z").verdict();
    Verdict plain = Verdict.printed(VerdictKind.JUSTIFIED, "f", Optional.empty(), Optional.empty());
    assertThat(VerdictSentence.of(plain, Optional.of(subject("index_guard", "1.0"))))
        .isEqualTo("The original raised ZeroDivisionError; callers now get 1.0.");
    assertThat(VerdictSentence.of(justified, Optional.of(subject("division_guard", "1"))))
        .isEqualTo(
            "The original raised ZeroDivisionError; the code now divides by 1, and callers get what"
                + " comes of it.");
    assertThat(VerdictSentence.of(plain, Optional.empty()))
        .isEqualTo("The original raised; what callers got is not recorded.");
    Verdict divergent =
        Verdict.printed(
            VerdictKind.DIVERGENT,
            "f",
            Optional.of("a.py"),
            Optional.of(new Returned.Both("None", "''")));
    assertThat(VerdictSentence.of(divergent, Optional.empty()))
        .isEqualTo("The original returned None, the patched code returned ''.");
  }

  @Test
  void theWordsAreThoseOfTheQueryLanguageAndTheProtocol() {
    for (VerdictKind kind : VerdictKind.values()) {
      assertThat(VerdictKind.ofWord(kind.word())).contains(kind);
      assertThat(VerdictKind.ofProtocol(kind.protocolName())).contains(kind);
    }
    assertThat(VerdictKind.ofProtocol("shadow_error")).contains(VerdictKind.ERROR);
    assertThat(VerdictKind.DIVERGENT.before(VerdictKind.ERROR)).isTrue();
  }
}
