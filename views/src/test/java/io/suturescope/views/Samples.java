package io.suturescope.views;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.model.query.QueryProblem;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Lane;
import io.suturescope.views.controls.LaneMark;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.frame.FrameView;
import io.suturescope.views.frame.QueryState;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentRow;
import io.suturescope.views.incidents.IncidentsState;
import io.suturescope.views.sources.SourcesState;
import io.suturescope.views.today.TodayState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/// States as a night shift leaves them.
public final class Samples {

  static final Instant NOW = Instant.parse("2026-11-20T08:52:00Z");
  public static final TimeView TIME = new TimeView(NOW, ZoneOffset.UTC, ZoneId.of("Europe/Berlin"));
  static final String LONG =
      "AbstractReconciliationCoordinatorFactory.reconcile_outstanding_supplier_invoices_with_ledger";

  private Samples() {}

  public static TimelineState timeline(boolean lanes) {
    Instant start = Instant.parse("2026-11-18T00:00:00Z");
    List<Bucket> buckets = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 96; i++) {
      double burst =
          30 * Math.exp(-Math.pow((i - 25) / 2.5, 2)) + 55 * Math.exp(-Math.pow((i - 66) / 4.0, 2));
      int all = i % 17 == 9 ? 0 : (int) (burst + random.nextInt(9));
      buckets.add(
          new Bucket(
              start.plus(Duration.ofMinutes(30L * i)),
              new SeverityCounts(all / 14, all / 6, all / 3, all / 2, i == 66 ? 2 : 0)));
    }
    TimeRange range = new TimeRange(start, start.plus(Duration.ofHours(48)));
    List<Lane> list =
        lanes
            ? List.of(
                new Lane(
                    "States",
                    List.of(
                        mark(12, LaneMark.Shape.SQUARE, Tone.MEDIUM),
                        mark(31, LaneMark.Shape.SQUARE, Tone.HIGH),
                        mark(44, LaneMark.Shape.SQUARE, Tone.LOW))),
                new Lane(
                    "Verdicts",
                    List.of(
                        mark(15, LaneMark.Shape.RING, Tone.NEUTRAL),
                        mark(33, LaneMark.Shape.DIAMOND, Tone.DIVERGENT),
                        mark(36, LaneMark.Shape.DISC, Tone.UNNECESSARY))),
                new Lane("Commands", List.of()),
                new Lane("TTL ends", List.of(mark(21, LaneMark.Shape.TRIANGLE, Tone.CRITICAL))))
            : List.of();
    TimeRange brush =
        new TimeRange(start.plus(Duration.ofHours(27)), start.plus(Duration.ofHours(40)));
    return new TimelineState(
        new SeverityTimeline(range, buckets, 0),
        lanes ? Optional.of(brush) : Optional.empty(),
        TIME,
        list);
  }

  private static LaneMark mark(int hour, LaneMark.Shape shape, Tone tone) {
    Instant at = Instant.parse("2026-11-18T00:00:00Z").plus(Duration.ofHours(hour));
    return new LaneMark(at, shape, tone, "shop.cart: patched");
  }

  static IncidentRow.FunctionRow function(
      String name,
      String module,
      Severity severity,
      String exception,
      String guard,
      long crashes,
      Chip chip,
      Verdict verdict,
      String ttl,
      Tone tone) {
    List<Long> trend = new ArrayList<>();
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 12; i++) {
      trend.add((long) random.nextInt(3) * random.nextInt(5));
    }
    return new IncidentRow.FunctionRow(
        name,
        0,
        severity,
        name,
        module,
        exception,
        guard,
        crashes,
        trend,
        Optional.of(chip),
        "",
        verdict,
        ttl.isEmpty()
            ? Optional.empty()
            : Optional.of(new TimeLeft(ttl, tone == Tone.CRITICAL ? 1 : 0.4, tone)),
        false,
        io.suturescope.views.triage.TriagePart.Marks.NONE);
  }

  static List<IncidentRow> rows() {
    Chip suggested = new Chip("Suggested", Tone.ACCENT);
    Chip patched = new Chip("Patched", Tone.ACCENT);
    List<IncidentRow> rows = new ArrayList<>();
    rows.add(
        function(
            "token_lifetime",
            "shop.auth.session",
            Severity.CRITICAL,
            "TypeError",
            "type_coercion_guard",
            19,
            suggested,
            Verdict.ORIGINAL_RAISED,
            "2d",
            Tone.HIGH));
    rows.add(
        function(
            "refund_rate",
            "shop.billing",
            Severity.CRITICAL,
            "ZeroDivisionError",
            "division_guard",
            41,
            suggested,
            Verdict.DIVERGENT,
            "4d",
            Tone.NEUTRAL));
    rows.add(
        new IncidentRow.FingerprintRow(
            "9f31c02ab77d4e10",
            Severity.HIGH,
            "KeyError",
            "key_guard",
            3,
            12_345,
            List.of(1L, 4L, 2L, 8L, 9L, 3L, 0L, 1L, 2L, 0L, 0L, 5L),
            true,
            false,
            io.suturescope.views.triage.TriagePart.Marks.NONE));
    rows.add(child("unit_price", "shop.pricing", 23, true));
    rows.add(
        new IncidentRow.CrashRow(
            "a1",
            2,
            Severity.HIGH,
            Optional.of(NOW.minusSeconds(740)),
            "'amount'",
            "shop/pricing.py:88",
            "patched",
            2));
    rows.add(
        new IncidentRow.CrashRow(
            "a2",
            2,
            Severity.MEDIUM,
            Optional.empty(),
            "'amount\u202eevil' \u001b[31mred",
            "shop/pricing.py:88",
            "patched",
            0));
    rows.add(new IncidentRow.LoadingRow(2));
    rows.add(
        child(LONG, "shop.backoffice.reconciliation.suppliers.coordinators.factories", 9, false));
    rows.add(
        function(
            "line_total",
            "shop.cart.Cart",
            Severity.HIGH,
            "AttributeError",
            "null_guard",
            88,
            new Chip("Expired, live", Tone.CRITICAL),
            Verdict.ORIGINAL_RAISED,
            "2d over",
            Tone.CRITICAL));
    rows.add(
        function(
            "first_image",
            "shop.catalog",
            Severity.MEDIUM,
            "IndexError",
            "list_bound_guard",
            7,
            suggested,
            Verdict.UNNECESSARY,
            "5d",
            Tone.NEUTRAL));
    rows.add(
        function(
            "greeting",
            "__main__",
            Severity.LOW,
            "AttributeError",
            "null_guard",
            12,
            new Chip("Fixed", Tone.OK),
            Verdict.NOT_RUN,
            "",
            Tone.NEUTRAL));
    rows.add(
        new IncidentRow.NotPatchedRow(
            "n1",
            0,
            Optional.of(NOW.minusSeconds(99_000)),
            "shipping",
            "models.py:17",
            "KeyError",
            "dry_run"));
    rows.add(
        function(
            "weight",
            "shop.pricing",
            Severity.UNKNOWN,
            "TypeError",
            "str_coerce_guard",
            4,
            patched,
            Verdict.ERROR,
            "1d",
            Tone.HIGH));
    return rows;
  }

  private static IncidentRow child(String name, String module, long crashes, boolean expanded) {
    return new IncidentRow.FunctionRow(
        name,
        1,
        Severity.HIGH,
        name,
        module,
        "KeyError",
        "key_guard",
        crashes,
        List.of(0L, 1L, 2L, 4L, 4L, 2L, 0L, 0L, 1L, 0L, 0L, 2L),
        Optional.of(new Chip("Loads again", Tone.HIGH)),
        "recorded: suggested",
        Verdict.NOT_RUN,
        Optional.of(new TimeLeft("3d", 0.55, Tone.NEUTRAL)),
        expanded,
        io.suturescope.views.triage.TriagePart.Marks.NONE);
  }

  static IncidentDetail detail() {
    IncidentDetail.SourceBlock line =
        new IncidentDetail.SourceBlock(
            "shop/cart.py",
            List.of(
                new IncidentDetail.Line(39, "def line_total(self, item):", false, 0, 0),
                new IncidentDetail.Line(40, "    price = self.catalog.get(item.sku)", false, 0, 0),
                new IncidentDetail.Line(
                    41, "    return price.amount * item.quantity", true, 11, 23)),
            "As it stands in the project now; the crash was recorded before its last change.");
    return new IncidentDetail(
        Severity.HIGH,
        Optional.of(new Chip("Expired, still live", Tone.CRITICAL)),
        "88 crashes · 3 copies folded",
        "Cart.line_total",
        "shop.cart · cart.py:41",
        "null_guard",
        "price",
        new IncidentDetail.Story(
            List.of(
                new IncidentDetail.Phrase("If ", false),
                new IncidentDetail.Phrase("price", true),
                new IncidentDetail.Phrase(" is None, ", false),
                new IncidentDetail.Phrase("line_total", true),
                new IncidentDetail.Phrase(" now returns ", false),
                new IncidentDetail.Phrase("0.0", true),
                new IncidentDetail.Phrase(
                    " at once. The caller cannot tell this from a free item.", false)),
            Optional.of(line),
            "AttributeError: 'NoneType' object has no attribute 'amount'",
            Optional.of(Instant.parse("2026-11-12T03:12:00Z")),
            Optional.of(NOW.minusSeconds(720)),
            Severity.MEDIUM,
            Optional.of(
                new IncidentDetail.EscalatedAlert(
                    Severity.HIGH,
                    ".codesuture_incidents/alerts/ALERT_2026-11-12_031200_HIGH_7fd1.md")),
            Optional.of(SeverityRules.CODESUTURE.trace("null_guard", "shop.cart", "f", 3)),
            new IncidentDetail.Grouping(
                "4c1d9e7702aa31fb",
                List.of(
                    new Fact("Guard", "null_guard", true),
                    new Fact("Target", "price", true),
                    new Fact("Error", "AttributeError", true)),
                List.of("Order.line_total", "preview_total")),
            List.of("inc_7fd1 at 03:14", "inc_80aa at 03:15", "inc_91b0 at 04:02"),
            List.of(new Fact("Thread", "MainThread", true), new Fact("Python", "3.11.7", false))),
        List.of(
            new IncidentDetail.Frame("shop/app.py", 12, "checkout", "total = cart.total()", false),
            new IncidentDetail.Frame(
                "shop/cart.py", 55, "total", "sum(self.line_total(i) for i in self.items)", false),
            new IncidentDetail.Frame(
                "shop/cart.py", 41, "line_total", "return price.amount * item.quantity", true)),
        Optional.of(line),
        new IncidentDetail.Raw(
            ".codesuture_incidents/incidents_2026-11-19.jsonl",
            412,
            "{\n  \"incident_id\": \"inc_7fd1\",\n  \"severity\": \"MEDIUM\"\n}"),
        new IncidentDetail.Copies("line_total crashed", "{}", "inc_7fd1"));
  }

  static IncidentsState incidents(List<IncidentRow> rows, int selected, IncidentDetail.Tab tab) {
    return new IncidentsState(
        Emptiness.NOT_EMPTY,
        timeline(true),
        RowWindow.of(rows),
        1,
        selected < 0 ? OptionalInt.empty() : OptionalInt.of(selected),
        OptionalInt.empty(),
        Optional.of(
            new IncidentsState.Sort(io.suturescope.views.incidents.IncidentColumn.SEVERITY, true)),
        Map.of(),
        IncidentsState.Dividers.USUAL,
        selected < 0 ? Optional.empty() : Optional.of(detail()),
        IncidentsState.PatchPart.READING,
        tab,
        io.suturescope.views.triage.TriagePart.NONE);
  }

  /// A crash whose patch is known.
  static IncidentsState patchedCrash(IncidentDetail.Tab tab) {
    IncidentsState plain = incidents(rows(), 8, tab);
    return new IncidentsState(
        plain.emptiness(),
        plain.timeline(),
        plain.rows(),
        plain.version(),
        plain.selected(),
        plain.firstVisible(),
        plain.sort(),
        plain.columnWidths(),
        plain.dividers(),
        plain.detail(),
        new IncidentsState.PatchPart(Optional.of(PatchSamples.page(PatchSamples.guarded())), ""),
        tab,
        io.suturescope.views.triage.TriagePart.NONE);
  }

  static IncidentsState incidentsEmpty(Emptiness why) {
    return new IncidentsState(
        why,
        new TimelineState(
            new SeverityTimeline(new TimeRange(NOW.minusSeconds(86_400), NOW), List.of(), 0),
            Optional.empty(),
            TIME,
            List.of()),
        RowWindow.of(List.of()),
        1,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Map.of(),
        IncidentsState.Dividers.USUAL,
        Optional.empty(),
        IncidentsState.PatchPart.READING,
        IncidentDetail.Tab.STORY,
        io.suturescope.views.triage.TriagePart.NONE);
  }

  static TodayState today() {
    return new TodayState(
        Emptiness.NOT_EMPTY,
        TIME,
        List.of(
            new TodayState.Need(
                "expired",
                3,
                Tone.CRITICAL,
                "Expired and still live",
                "Cart.line_total, refresh_rates, parse_row still answer with invented values.",
                "Review 3"),
            new TodayState.Need(
                "divergent",
                1,
                Tone.DIVERGENT,
                "Divergent verdict",
                "refund_rate: the original returned 0.031, the patched one returns 1.0.",
                "Compare values"),
            new TodayState.Need(
                "new",
                6,
                Tone.CRITICAL,
                "New critical and high since Wednesday 17:40",
                "2 critical in auth and billing; 4 high. 41 crashes in 2 bursts, 03:10 and 04:02.",
                "Open"),
            new TodayState.Need(
                "signature",
                1,
                Tone.HIGH,
                "Signature refused",
                "parse_row.code does not match its signature; CodeSuture will not load it.",
                "See trust"),
            new TodayState.Need(
                "go",
                1_204,
                Tone.UNNECESSARY,
                "Can go",
                LONG + " and 3 others: unnecessary in 12 of 12 shadow runs.",
                "Plan removal"),
            new TodayState.Need(
                "problems",
                2,
                Tone.NEUTRAL,
                "Could not be read",
                "incidents_2026-11-19.jsonl:412 is torn; one alert is not UTF-8.",
                "See lines")),
        List.of(
            new TodayState.Tile(
                "crashes", "Crashes, 24 h", 146, OptionalLong.of(61), "", Tone.CRITICAL),
            new TodayState.Tile(
                "functions", "Functions patched", 17, OptionalLong.of(-3), "", Tone.OK),
            new TodayState.Tile(
                "patches", "Live patches", 38, OptionalLong.empty(), "3 expired", Tone.CRITICAL),
            new TodayState.Tile(
                "sources", "Sources", 1_234_567, OptionalLong.of(0), "", Tone.NEUTRAL)),
        Optional.of(timeline(false)),
        "Two bursts: 03:10 (import_batch) and 04:02 (refund_rate).",
        List.of(
            new TodayState.CallerValue("0.0", 88, "Cart.line_total", Optional.empty()),
            new TodayState.CallerValue(
                "1.0", 41, "refund_rate", Optional.of(new Chip("billing", Tone.CRITICAL))),
            new TodayState.CallerValue("''", 31, LONG, Optional.empty())));
  }

  static TodayState todayCalm(Emptiness why) {
    TodayState t = today();
    return new TodayState(why, TIME, List.of(), t.tiles(), t.night(), "", List.of());
  }

  static SourcesState sources(SourcesState.Filter filter) {
    List<SourcesState.Source> list =
        List.of(
            new SourcesState.Source(
                "s1",
                "shop",
                "/srv/projects/shop",
                Optional.of(NOW.minusSeconds(600)),
                "56 lines, 33 crashes, 23 copies, 2 problems",
                new SourcesState.Import.Done()),
            new SourcesState.Source(
                "s2",
                "night-shift-archive-of-the-whole-warehouse-2026-11.tar.gz",
                "/home/ada/Downloads/incident-exports/november/night-shift-archive.tar.gz",
                Optional.of(NOW.minusSeconds(4)),
                "",
                new SourcesState.Import.Running(0.42, "420,000 of 1,000,000 lines")),
            new SourcesState.Source(
                "s3",
                "billing",
                "/srv/projects/billing",
                Optional.of(NOW.minusSeconds(9_000)),
                "Nothing of it was kept.",
                new SourcesState.Import.Cancelled()),
            new SourcesState.Source(
                "s4",
                "holiday.zip",
                "/home/ada/holiday.zip",
                Optional.of(NOW.minusSeconds(90_000)),
                "",
                new SourcesState.Import.Refused("There is nothing in it that CodeSuture writes.")));
    List<ImportProblem> problems =
        List.of(
            ImportProblem.problem(
                ".codesuture_incidents/incidents_2026-11-20.jsonl",
                12,
                "not JSON: unexpected end of input",
                "{\"incident_id\": \"ab"),
            ImportProblem.problem(
                ".codesuture_incidents/incidents_2026-11-19.jsonl",
                1_412,
                "not UTF-8",
                "\u0000\ufffd\u001b[2J\u202e gone"),
            ImportProblem.warning(
                ".codesuture_store/shop.cart.json", 0, "no signature", "\"signature\": null"));
    SourcesState.Detail detail =
        new SourcesState.Detail(
            "s1",
            "shop",
            "/srv/projects/shop",
            List.of(
                new Fact("Lines", "56", false),
                new Fact("Crashes", "33", false),
                new Fact("Copies folded", "23", false),
                new Fact("Patches", "25", false),
                new Fact("Alerts", "11", false),
                new Fact("Rewinds", "27", false),
                new Fact("Files read", "118", false)),
            List.of(
                "A learned rule lacks its function name: codesuture run stops when it reads it.",
                "7 suggested fixes change nothing."),
            List.of(
                new LearnedRule(
                    "Cart.line_total",
                    "AttributeError",
                    "'NoneType'",
                    "def line_total(self):\n    return 0.0")),
            Optional.of(
                new AlertConfig(
                    true,
                    true,
                    "alerts",
                    true,
                    "https://hooks.example.com/…",
                    "slack",
                    List.of("X-Token"),
                    Map.of("CRITICAL", List.of("webhook", "file"), "HIGH", List.of("file")),
                    3,
                    24,
                    "HIGH")),
            Optional.empty(),
            filter,
            RowWindow.of(problems),
            2,
            1);
    return new SourcesState(TIME, list, Optional.of(detail), 0.36);
  }

  static SourcesState sourcesEmpty() {
    return new SourcesState(TIME, List.of(), Optional.empty(), 0.36);
  }

  static FrameState frame(String screen, String text, FrameState.Theme theme, int percent) {
    return new FrameState(
        "night-shift",
        List.of(
            new FrameState.RailEntry("today", FrameState.Icon.TODAY, "Today", OptionalLong.of(7)),
            new FrameState.RailEntry(
                "incidents", FrameState.Icon.INCIDENTS, "Incidents", OptionalLong.of(412)),
            new FrameState.RailEntry(
                "patches", FrameState.Icon.PATCHES, "Patches", OptionalLong.of(38)),
            new FrameState.RailEntry(
                "digest", FrameState.Icon.DIGEST, "Digest", OptionalLong.empty()),
            new FrameState.RailEntry(
                "sources", FrameState.Icon.SOURCES, "Sources", OptionalLong.of(2))),
        screen,
        new QueryState(text, List.of(), List.of()),
        FrameState.Range.D2,
        true,
        new FrameState.Status("412 incidents · 38 patches · 3 sources", 2, Optional.empty()),
        commands(),
        List.of("/srv/projects/shop"),
        theme,
        percent,
        Optional.empty(),
        Optional.empty());
  }

  static FrameState frameBusy(FrameState.Theme theme, int percent) {
    FrameState f =
        frame("incidents", "severty:>=high fn:save* -state:fixed since:2d", theme, percent);
    return new FrameState(
        f.workspace(),
        f.rail(),
        f.screen(),
        new QueryState(
            f.query().text(),
            List.of(new QueryProblem(0, 8, "There is no key severty:.", "severity:")),
            List.of(
                new QueryState.Completion(
                    "severity:", "logged severity", OptionalLong.empty(), 0, 8),
                new QueryState.Completion("high", "", OptionalLong.of(1_201), 0, 8))),
        FrameState.Range.CUSTOM,
        false,
        new FrameState.Status(
            "412 incidents from 3 sources",
            2,
            Optional.of(new FrameState.Progress("shop: 420,000 of 1,000,000 lines", 0.42))),
        f.commands(),
        f.recent(),
        theme,
        percent,
        Optional.of(
            new FrameState.Toast("Dismissed 14 crashes of line_total.", Optional.of("Undo"))),
        Optional.of(
            new FrameState.ErrorNotice(
                "The workspace could not be opened.",
                "/home/ada/night-shift.suturescope",
                "Another Suturescope holds it. Close that one, or open another workspace.",
                "SQLITE_BUSY (5)")));
  }

  static List<FrameState.Command> commands() {
    return List.of(
        command("open-project", "Open project…", "File", "Shortcut+O", FrameState.Menu.FILE),
        command(
            "open-files",
            "Open file or archive…",
            "File",
            "Shortcut+Shift+O",
            FrameState.Menu.FILE),
        command("sample", "Open sample workspace", "File", "", FrameState.Menu.FILE),
        command("quit", "Quit", "File", "Shortcut+Q", FrameState.Menu.FILE),
        command("today", "Go to Today", "View", "Shortcut+1", FrameState.Menu.VIEW),
        command("incidents", "Go to Incidents", "View", "Shortcut+2", FrameState.Menu.VIEW),
        new FrameState.Command(
            "digest",
            "Copy digest",
            "View",
            Optional.of("Shortcut+D"),
            FrameState.Menu.VIEW,
            Optional.of("nothing is imported yet")),
        command(FrameView.QUERY, "Type a query", "Move", "/", FrameState.Menu.NONE),
        command("next", "Next row", "Move", "j", FrameState.Menu.NONE),
        command("previous", "Previous row", "Move", "k", FrameState.Menu.NONE),
        command(FrameView.PALETTE, "Command palette", "Help", "Shortcut+K", FrameState.Menu.HELP),
        command(FrameView.KEYBOARD, "Keyboard", "Help", "F1", FrameState.Menu.HELP));
  }

  private static FrameState.Command command(
      String id, String name, String group, String key, FrameState.Menu menu) {
    return new FrameState.Command(
        id,
        name,
        group,
        key.isEmpty() ? Optional.empty() : Optional.of(key),
        menu,
        Optional.empty());
  }
}
