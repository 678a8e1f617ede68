package io.suturescope.views;

import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.life.EdgeKind;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.PatchState;
import io.suturescope.views.code.LifeState;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.patches.AnomalyLine;
import io.suturescope.views.patches.BoardColumn;
import io.suturescope.views.patches.CalendarState;
import io.suturescope.views.patches.MachineState;
import io.suturescope.views.patches.PatchColumn;
import io.suturescope.views.patches.PatchLine;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.verdicts.VerdictDetail;
import io.suturescope.views.verdicts.VerdictLine;
import io.suturescope.views.verdicts.VerdictsState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Patches in every state and their lives, invented for drawing.
final class LifeSamples {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final List<EffectiveState> STATES =
      List.of(
          EffectiveState.EXPIRED_LIVE,
          EffectiveState.REOPENED,
          EffectiveState.EXPIRED_LOADS,
          EffectiveState.LOADS,
          EffectiveState.ROLLED_BACK_UNPROVEN,
          EffectiveState.MEMORY_ONLY,
          EffectiveState.FIXED);
  private static final List<Chip> CHIPS =
      List.of(
          new Chip("Expired, still live", Tone.CRITICAL),
          new Chip("Reopened", Tone.CRITICAL),
          new Chip("Expired, loads", Tone.HIGH),
          new Chip("Loads", Tone.MEDIUM),
          new Chip("Rolled back, unproven", Tone.HIGH),
          new Chip("Memory only", Tone.LOW),
          new Chip("Fixed", Tone.OK));

  private LifeSamples() {}

  static PatchesState patches(PatchesMode mode, int count) {
    List<PatchLine> lines = IntStream.range(0, count).mapToObj(LifeSamples::line).toList();
    List<BoardColumn> columns = new ArrayList<>();
    for (int state = 0; state < Math.min(count, STATES.size()); state++) {
      int remainder = state;
      columns.add(
          new BoardColumn(
              STATES.get(state),
              CHIPS.get(state),
              IntStream.range(0, count)
                  .filter(i -> i % STATES.size() == remainder)
                  .boxed()
                  .toList()));
    }
    return new PatchesState(
        count == 0 ? Emptiness.NOTHING_MATCHES : Emptiness.NOT_EMPTY,
        new PatchesState.Head(mode, count + " patches in 3 sources", OptionalInt.of(3)),
        new PatchesState.Listing(
            RowWindow.of(lines),
            count == 0 ? OptionalInt.empty() : OptionalInt.of(0),
            new PatchesState.Sort(PatchColumn.EFFECTIVE, false),
            columns,
            Optional.of(
                new PatchesState.About(
                    CHIPS.getFirst(),
                    "Cart.line_total",
                    "The file says suggested. Its time ended 17 Nov 03:12 UTC; the loader warns and"
                        + " loads it anyway; web-1 reports it in memory 0.8 s ago."))),
        machine(),
        calendar(count),
        List.of(
            new AnomalyLine(
                "bounces",
                true,
                "Cart.line_total",
                "shop.cart",
                "Went patched, suggested, patched 27 times in 24 h.",
                "lifecycle.json:12"),
            new AnomalyLine(
                "file without an entry",
                false,
                Samples.LONG,
                Samples.LONG,
                "A patch file is there, and no entry of the lifecycle speaks of it.",
                ".codesuture_store/" + Samples.LONG + ".json")),
        Samples.TIME,
        Optional.empty(),
        PatchTabs.Tab.BYTECODE);
  }

  private static PatchLine line(int i) {
    boolean hard = i % 11 == 3;
    return new PatchLine(
        Severity.values()[i % Severity.values().length],
        hard ? "shop.backoffice.reconciliation.suppliers.coordinators.factories" : "shop.cart",
        hard ? Samples.LONG : i % 7 == 6 ? "first\u202eimage" : "Cart.line_total",
        i % 3 == 1 ? List.of("null_guard", "type_coercion_guard") : List.of("division_guard"),
        "suggested",
        CHIPS.get(i % CHIPS.size()),
        switch (i % 3) {
          case 0 -> Optional.of(new TimeLeft("2d over", 1, Tone.CRITICAL));
          case 1 -> Optional.of(new TimeLeft("4d", 0.4, Tone.NEUTRAL));
          default -> Optional.empty();
        },
        Verdict.values()[i % Verdict.values().length],
        i % 4 == 3 ? Optional.empty() : Optional.of(new Chip("bytes valid", Tone.OK)),
        i * 37L,
        Optional.of(Samples.NOW.minusSeconds(4000L + i * 1000L)),
        i % 5 + "d",
        "3.12");
  }

  static MachineState machine() {
    MachineState.Edge bounce =
        new MachineState.Edge(PatchState.SUGGESTED, PatchState.PATCHED, 27, EdgeKind.USUAL);
    MachineState.Edge patched =
        new MachineState.Edge(PatchState.PATCHED, PatchState.SUGGESTED, 10_412, EdgeKind.USUAL);
    return new MachineState(
        boxes(),
        List.of(
            new MachineState.Edge(
                PatchState.DETECTED, PatchState.PATCHED, 10_385, EdgeKind.DOCUMENTED),
            patched,
            bounce,
            edge(PatchState.SUGGESTED, PatchState.VERIFIED, 1, EdgeKind.DOCUMENTED),
            edge(PatchState.VERIFIED, PatchState.FIXED, 1, EdgeKind.DOCUMENTED),
            edge(PatchState.VERIFIED, PatchState.EXPIRED, 2, EdgeKind.DOCUMENTED),
            edge(PatchState.EXPIRED, PatchState.ROLLED_BACK, 3, EdgeKind.DOCUMENTED),
            edge(PatchState.PATCHED, PatchState.REPLAYED, 5, EdgeKind.DOCUMENTED),
            edge(PatchState.REPLAYED, PatchState.PERSISTED, 5, EdgeKind.USUAL),
            edge(PatchState.PATCHED, PatchState.PERSISTED, 9, EdgeKind.DOCUMENTED),
            edge(PatchState.PERSISTED, PatchState.SUGGESTED, 14, EdgeKind.DOCUMENTED),
            edge(PatchState.SUGGESTED, PatchState.FIXED, 40, EdgeKind.USUAL),
            edge(PatchState.SUGGESTED, PatchState.EXPIRED, 120, EdgeKind.ODD),
            edge(PatchState.SUGGESTED, PatchState.ROLLED_BACK, 6, EdgeKind.USUAL),
            edge(PatchState.FIXED, PatchState.PATCHED, 4, EdgeKind.USUAL),
            edge(PatchState.FIXED, PatchState.FIXED, 2, EdgeKind.USUAL),
            edge(PatchState.ROLLED_BACK, PatchState.PATCHED, 2, EdgeKind.USUAL),
            edge(PatchState.SUGGESTED, PatchState.DETECTED, 1, EdgeKind.ALARM)),
        Optional.of(
            new MachineState.PatchPath(
                "Cart.line_total",
                List.of(patched, bounce),
                Map.of(PatchState.PATCHED, "at once", PatchState.SUGGESTED, "3 d 4 h"))),
        "10,994 steps, 19 to 20 Nov");
  }

  private static MachineState.Edge edge(PatchState from, PatchState to, long times, EdgeKind kind) {
    return new MachineState.Edge(from, to, times, kind);
  }

  private static List<MachineState.Box> boxes() {
    return IntStream.range(0, 9)
        .mapToObj(i -> new MachineState.Box(PatchState.values()[i], i % 3 == 0 ? 0 : i * 12L))
        .toList();
  }

  /// The same states, and no step between them in the range.
  static MachineState still() {
    return new MachineState(
        boxes(), List.of(), Optional.empty(), "No step was recorded in the chosen time.");
  }

  private static CalendarState calendar(int count) {
    LocalDate first = LocalDate.of(2026, 10, 26);
    List<CalendarState.Day> days =
        IntStream.range(0, 42).mapToObj(i -> day(first.plusDays(i))).toList();
    return new CalendarState(
        "November 2026",
        days,
        IntStream.range(0, 14).mapToObj(i -> day(TODAY.plusDays(i))).toList(),
        "14 expire Sunday, 9 of them with no usable fix.",
        Optional.of(
            new CalendarState.Chosen(
                TODAY.plusDays(1),
                "Sunday 22 November",
                IntStream.range(0, Math.min(count, 4)).boxed().toList(),
                "ttl:>=15h ttl:<39h")));
  }

  private static CalendarState.Day day(LocalDate date) {
    int seed = date.getDayOfMonth();
    long ends = seed % 4 == 0 ? 0 : seed % 7 * 2L;
    boolean past = date.isBefore(TODAY);
    return new CalendarState.Day(
        date,
        date.getMonthValue() == 11,
        past,
        date.equals(TODAY),
        ends,
        past ? ends / 2 : 0,
        seed % 3 == 0 ? ends / 3 : 0);
  }

  static LifeState life() {
    return new LifeState(
        List.of(
            step("detected", "patched", "documented", Tone.NEUTRAL, "ZeroDivisionError: division"),
            step("patched", "suggested", "usual", Tone.NEUTRAL, ""),
            step("suggested", "expired", "odd", Tone.HIGH, Samples.LONG),
            step("expired", "detected", "alarm", Tone.CRITICAL, "")),
        List.of(
            new LifeState.Rule("Suturescope", "Ended 17 Nov 03:12 UTC, 4 days ago.", true),
            new LifeState.Rule(
                "Loader", "Whole days since patched_at: 8 of 7. Loads anyway.", false),
            new LifeState.Rule("lifecycle list", "8 days since created_at.", false),
            new LifeState.Rule("digest", "Says nothing.", false),
            new LifeState.Rule("status", "Not expired.", false)),
        List.of(
            new LifeState.Odd(
                "impossible step",
                true,
                "expired → detected: nothing leads back to detected.",
                "lifecycle.json:88")),
        Samples.TIME,
        "");
  }

  private static LifeState.Step step(
      String from, String to, String judged, Tone tone, String reason) {
    return new LifeState.Step(
        Optional.of(Samples.NOW.minusSeconds(90_000)),
        from,
        to,
        "null_guard",
        "3 d 4 h",
        new Chip(judged, tone),
        reason,
        ".codesuture_store/lifecycle.json:12");
  }

  /// The first is divergent, with both values.
  static VerdictsState verdicts() {
    String same = "The original succeeded with the same result: the patch changed nothing.";
    VerdictLine divergent =
        new VerdictLine.Ledger(
            Verdict.DIVERGENT,
            "Order.shipping",
            "shop.models · shop",
            "chain_subscript_guard",
            "The original returned None, the patched code returned ''.",
            "printed text",
            12,
            Optional.empty(),
            "1,204 of 4,336 crashes");
    VerdictLine unnecessary =
        new VerdictLine.Ledger(
            Verdict.UNNECESSARY,
            Samples.LONG,
            Samples.LONG,
            Samples.LONG,
            same,
            "incident log",
            3,
            Optional.of(Samples.TIME.now()),
            "no crash recorded");
    return new VerdictsState(
        Emptiness.NOT_EMPTY,
        false,
        RowWindow.of(
            List.of(
                divergent,
                unnecessary,
                new VerdictLine.Heading("13 patches without a verdict", "Nothing is known."))),
        OptionalInt.of(0),
        Samples.TIME,
        "52 patches with a verdict, 13 without",
        Optional.of(
            new VerdictDetail(
                Verdict.DIVERGENT,
                "Order.shipping",
                "shop.models · shop",
                "The original returned None, the patched code returned ''.",
                "1,204 of 4,336 crashes",
                List.of("A shadow run executes the original after the patched code."),
                Optional.of(
                    new VerdictDetail.Values(
                        "None", List.of(new Range(0, 4)), "''", List.of(new Range(0, 2)))),
                List.of(
                    new VerdictDetail.Entry(
                        Verdict.DIVERGENT,
                        same,
                        2,
                        Optional.of(Samples.TIME.now()),
                        "printed text",
                        Samples.LONG + ".log:240",
                        "A bare name is all that is told.")),
                true)));
  }
}
