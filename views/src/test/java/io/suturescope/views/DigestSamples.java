package io.suturescope.views;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.DigestSpan.Linked;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Strong;
import io.suturescope.model.digest.DigestSpan.Words;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.digest.DigestActions;
import io.suturescope.views.digest.DigestState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Digests as they may come, kind and hostile.
final class DigestSamples {

  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final List<String> NAMES =
      List.of(
          "shop.billing.charge_cents",
          "shop.auth.session." + "a_name_that_does_not_end_".repeat(6),
          "evil\u202egpj.exe\n<script>",
          "שם_הפונקציה",
          " ");

  private DigestSamples() {}

  static DigestState day() {
    return state(DigestActions.Style.SUTURESCOPE, OptionalLong.of(2), content());
  }

  static DigestState written() {
    List<String> lines =
        new ArrayList<>(List.of("# CodeSuture Daily Incident Report — 2026-11-20", ""));
    lines.add("## All Incidents");
    for (String name : NAMES) {
      lines.add("| 23:03:41 | CRITICAL | " + name + "() | null_guard | user | patched |");
    }
    return state(
        DigestActions.Style.CODESUTURE,
        OptionalLong.of(1),
        new DigestState.Content.AsWritten(lines, true));
  }

  static DigestState empty() {
    return new DigestState(
        Emptiness.NOTHING_IMPORTED,
        false,
        DAY,
        DAY,
        DigestActions.Style.SUTURESCOPE,
        List.of(),
        OptionalLong.empty(),
        false,
        new DigestState.Content.Nothing());
  }

  private static DigestState state(
      DigestActions.Style style, OptionalLong source, DigestState.Content content) {
    return new DigestState(
        Emptiness.NOT_EMPTY,
        true,
        DAY,
        DAY.plusDays(1),
        style,
        List.of(
            new DigestState.Source(1, "shop"),
            new DigestState.Source(2, "a-source-with-a-long_name\u202e-of-nightly-workers.tar.gz")),
        source,
        true,
        content);
  }

  private static DigestState.Content content() {
    List<List<DigestSpan>> items = new ArrayList<>();
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    long count = 1;
    for (String name : NAMES) {
      items.add(
          List.of(
              new Strong("CRITICAL, new:"),
              new Words(" "),
              new Recorded(name),
              new Words(" ("),
              new Recorded("type_coercion_guard"),
              new Words("), "),
              new Linked(count, 1),
              new Words(" crashes")));
      rows.add(
          List.of(
              List.of(new Words("CRITICAL")),
              List.of(new Linked(count, 1)),
              List.of(new Recorded(name)),
              List.of(new Recorded("ZeroDivisionError")),
              List.of(new Recorded("division_guard")),
              List.of(new Words("2026-11-20 23:03:41"))));
      count *= 47;
    }
    return new DigestState.Content.Page(
        new DigestPage(
            List.of(
                new DigestBlock.Heading(
                    1, List.of(new Words("Weekly digest — 2026-11-14 to 2026-11-20 (UTC)"))),
                new DigestBlock.Paragraph(
                    List.of(
                        new Words("Made 2026-11-21 08:30:00 UTC, of the source "),
                        new Recorded(NAMES.get(1)),
                        new Words(". Numbers lead to the queries behind them."))),
                new DigestBlock.Heading(2, List.of(new Words("Needs a decision"))),
                new DigestBlock.Bullets(items),
                new DigestBlock.Heading(2, List.of(new Words("All incidents"))),
                new DigestBlock.Table(
                    List.of("Severity", "Crashes", "Function", "Exception", "Guard", "Last seen"),
                    rows)),
            List.of("suturescope incidents 'since:2026-11-14 until:2026-11-20'")));
  }
}
