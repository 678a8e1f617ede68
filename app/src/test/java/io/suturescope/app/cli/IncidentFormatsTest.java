package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.export.IncidentCells;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class IncidentFormatsTest {

  private static final IncidentKind KIND = new IncidentKind();

  private static final SourceRow SOURCE =
      new SourceRow(
          1,
          new SourceIdentity("/srv/shop", "shop", "codesuture", SourceIdentity.Kind.FOLDER),
          Optional.empty());

  private static StoredIncident incident(
      String function, String message, Map<String, String> asRecorded) {
    Incident incident =
        new Incident(
            "0123456789ab",
            Optional.of(Instant.parse("2026-11-20T23:04:47.5Z")),
            "6a3492997bed3a26",
            "KeyError",
            message,
            "shop.cart",
            function,
            21,
            "shop/cart.py",
            List.of("  File \"app.py\"\n"),
            Severity.MEDIUM,
            IncidentStatus.PATCHED,
            "key_guard",
            "user",
            "null",
            Optional.empty(),
            "",
            "NORMAL",
            "3.13.0",
            "1.1.0",
            7,
            1,
            "MainThread",
            false,
            asRecorded);
    return new StoredIncident(
        1,
        1,
        incident,
        SOURCE,
        new Place(".codesuture_incidents/incidents_2026-11-20.jsonl", 3, 0, 100),
        2,
        1,
        Optional.of(Severity.CRITICAL),
        Optional.empty(),
        false);
  }

  private static String json(StoredIncident row) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonRows<StoredIncident> format = new JsonRows<>(KIND, out)) {
      format.print(row);
    }
    return out.toString();
  }

  private static String csvLine(StoredIncident row) throws IOException {
    StringWriter out = new StringWriter();
    try (CsvRows<StoredIncident> format = new CsvRows<>(KIND, out)) {
      format.print(row);
    }
    return out.toString().split("\r\n", 2)[1];
  }

  private static String table(int width, boolean colour, StoredIncident... rows)
      throws IOException {
    StringWriter out = new StringWriter();
    OptionalInt columns = width == 0 ? OptionalInt.empty() : OptionalInt.of(width);
    try (TableRows<StoredIncident> format =
        new TableRows<>(KIND, out, ZoneOffset.UTC, columns, colour)) {
      for (StoredIncident row : rows) {
        format.print(row);
      }
    }
    return out.toString();
  }

  @Test
  void jsonHasTheFieldsOfTheRecordInItsOrderThenOurs() throws IOException {
    assertThat(json(incident("get", "'user'", Map.of())))
        .isEqualTo(
            """
            {"incident_id":"0123456789ab","timestamp":"2026-11-20T23:04:47.500000+00:00",\
            "fingerprint":"6a3492997bed3a26","exception_type":"KeyError",\
            "exception_message":"'user'","module":"shop.cart","function":"get",\
            "line_number":21,"file_path":"shop/cart.py","stack_trace":["  File \\"app.py\\"\\n"],\
            "severity":"MEDIUM","status":"patched","guard_type":"key_guard",\
            "target_variable":"user","default_value":null,"default_rationale":"",\
            "bytecode_diff":{},"suggested_fix":null,"fix_confidence":null,\
            "review_priority":"NORMAL","python_version":"3.13.0","codesuture_version":"1.1.0",\
            "ttl_days":7,"hit_count":1,"thread_name":"MainThread","shadow_verified":false,\
            "related_incidents":[],"source":"/srv/shop",\
            "file":".codesuture_incidents/incidents_2026-11-20.jsonl","line":3,\
            "verification_copies":2,"severity_recomputed":"MEDIUM",\
            "severity_rule":"rule 6: key_guard is medium","escalated_to":"CRITICAL"}
            """);
  }

  @Test
  void whatWasRecordedOddlyIsPrintedAsRecordedAndUnknownFieldsFollow() throws IOException {
    Map<String, String> odd = new LinkedHashMap<>();
    odd.put("line_number", "100000000000000000000");
    odd.put("severity", "\"URGENT\"");
    odd.put("new_field", "{\"a\": [1, NaN, -Infinity]}");
    odd.put("source", "\"mine\"");
    String json = json(incident("get", "", odd));
    assertThat(json)
        .contains("\"line_number\":100000000000000000000,")
        .contains("\"severity\":\"URGENT\",")
        .contains(
            "\"related_incidents\":[],\"new_field\":{\"a\":[1,\"NaN\",\"-Infinity\"]},"
                + "\"recorded_source\":\"mine\",\"source\":\"/srv/shop\"");
  }

  @Test
  void jsonKeepsLoneSurrogatesAndEscapesControls() throws IOException {
    assertThat(json(incident("\ud800", "\u202e\u001b[31m\u0000\u007f", Map.of("\u007f", "1"))))
        .contains("\"function\":\"\\uD800\"")
        .contains("\"exception_message\":\"\\u202E\\u001B[31m\\u0000\\u007F\"", "\"\\u007F\":1");
  }

  @Property(tries = 500)
  void jsonIsAlwaysOneParsableAsciiLine(
      @ForAll String function, @ForAll String message, @ForAll String odd) throws IOException {
    String json = json(incident(function, message, Map.of("odd", odd, odd, "1")));
    assertThat(json.strip()).matches("[\\x20-\\x7e]*").doesNotContain("\n");
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void csvQuotesAndTakesTheSpellOffFormulas() {
    assertThat(CsvRows.cell("=1+2")).isEqualTo("\"'=1+2\"");
    assertThat(CsvRows.cell("@sum")).isEqualTo("\"'@sum\"");
    assertThat(CsvRows.cell("-1")).isEqualTo("\"'-1\"");
    assertThat(CsvRows.cell("+1")).isEqualTo("\"'+1\"");
    assertThat(CsvRows.cell("\t=1")).isEqualTo("\"'\t=1\"");
    assertThat(CsvRows.cell("\r=1")).isEqualTo("\"'\\r=1\"");
    assertThat(CsvRows.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvRows.cell("a\"b\nc")).isEqualTo("\"a\"\"b\nc\"");
    assertThat(CsvRows.cell("\u001b[31m")).isEqualTo("\\x1b[31m");
  }

  @Property(tries = 500)
  void csvCellsNeverStartAFormula(@ForAll String text) {
    String cell = CsvRows.cell(text);
    String plain = cell.startsWith("\"") ? cell.substring(1) : cell;
    assertThat(plain).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
  }

  @Test
  void csvHasAsManyCellsAsItsHeader() throws IOException {
    String line = csvLine(incident("get", "a", Map.of("new_field", "[1]")));
    assertThat(line).endsWith(",\"{\"\"new_field\"\":[1]}\"\r\n");
    assertThat(line.replaceAll("\"(\"\"|[^\"])*\"", "").chars().filter(c -> c == ',').count())
        .isEqualTo(IncidentCells.RECORD.size() + IncidentCells.ADDED.size());
  }

  @Test
  void markdownCellsCannotEndTheTableOrStartMarkup() {
    assertThat(MarkdownRows.cell("a|b`c<script>\n&amp;"))
        .isEqualTo("a\\|b\\`c\\<script\\> &amp;amp;");
  }

  @Test
  void tableIsAlignedSaysSeverityInWordsAndShowsControls() throws IOException {
    String table =
        table(
            0,
            false,
            incident("get", "\u001b[31mred\nnext", Map.of()),
            incident("合計", "", Map.of()));
    List<String> lines = table.lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("TIME                 SEVERITY");
    assertThat(lines.get(1))
        .contains("M MEDIUM > CRITICAL", "+2", "KeyError: \\x1b[31mred\\nnext", "shop/cart.py:21")
        .doesNotContain("\u001b");
    assertThat(CellWidth.of(lines.get(1).substring(0, lines.get(1).indexOf("KeyError"))))
        .isEqualTo(CellWidth.of(lines.get(2).substring(0, lines.get(2).indexOf("KeyError"))));
  }

  @Test
  void tableFitsTheTerminalWithEllipsesInTheMiddle() throws IOException {
    String table = table(100, false, incident("get", "x".repeat(300) + "END", Map.of()));
    assertThat(table.lines()).allMatch(line -> CellWidth.of(line) <= 100);
    assertThat(table).contains("xEND").contains("…");
  }

  @Test
  void narrowTerminalsGoWithoutColumnsButNeverWithoutTheTime() throws IOException {
    for (int width : new int[] {150, 120, 100, 80, 70}) {
      String table = table(width, false, incident("get", "x".repeat(300) + "END", Map.of()));
      assertThat(table.lines()).allMatch(line -> CellWidth.of(line) <= width);
      assertThat(table).contains("2026-11-20 23:04:47", "xEND", "M MED");
    }
  }

  @Test
  void coloursComeBesideTheWord() throws IOException {
    assertThat(table(0, true, incident("get", "", Map.of()))).contains("\u001b[33mM MEDIUM");
  }

  @Test
  void timesAreShownInTheZoneAskedFor() throws IOException {
    StringWriter out = new StringWriter();
    try (MarkdownRows<StoredIncident> format =
        new MarkdownRows<>(KIND, out, ZoneId.of("Asia/Kolkata"))) {
      format.print(incident("get", "", Map.of()));
    }
    assertThat(out.toString()).contains("| 2026-11-21 04:34:47 |");
  }
}
