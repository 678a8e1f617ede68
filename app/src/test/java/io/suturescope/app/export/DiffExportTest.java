package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.diff.TextDiff;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class DiffExportTest {

  private static final DiffHead HEAD =
      new DiffHead("Title", "before.py", "after.py", List.of("A warning."));

  @Test
  void textIsUnified() {
    TextDiff diff =
        TextDiff.between(
            List.of("a", "b", "c", "d", "value = 1", "f", "g", "h", "i"),
            List.of("a", "b", "c", "d", "value = 2", "f", "g", "h", "i", "j"));
    assertThat(DiffText.of(HEAD, diff))
        .isEqualTo(
            """
            Title
            A warning.
            --- before.py
            +++ after.py
            @@ -2,8 +2,9 @@
             b
             c
             d
            -value = 1
            +value = 2
             f
             g
             h
             i
            +j
            """);
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(DiffText.of(HEAD, TextDiff.between(List.of("a"), List.of("a"))))
        .endsWith("No difference.\n");
  }

  @Test
  void hostileTextIsSpelledOutAndEscaped() {
    String hostile = "</script><b>\u202e\u0000\u001b[31m\ud800&\"'";
    TextDiff diff = TextDiff.between(List.of(), List.of(hostile));
    DiffHead head = new DiffHead(hostile, hostile, hostile, List.of(hostile));
    String html = DiffHtml.of(head, diff);
    assertThat(html)
        .doesNotContain("<b>", "</script", "\u202e", "\u0000", "\u001b", "\ud800")
        .contains("&lt;/script&gt;&lt;b&gt;\\u202e\\x00\\x1b[31m\\ud800&amp;&quot;&#39;");
    assertThat(DiffText.of(head, diff))
        .doesNotContain("\u202e", "\u0000", "\u001b", "\ud800")
        .contains("+</script><b>\\u202e\\x00\\x1b[31m\\ud800&\"'");
  }

  @Test
  void htmlMarksTheWordsAndNeedsNothingElse() {
    TextDiff diff = TextDiff.between(List.of("total = a <b"), List.of("total = c <b"));
    assertThat(DiffHtml.of(HEAD, diff))
        .contains("<title>Title</title>", "prefers-color-scheme: dark", "default-src 'none'")
        .contains("total = <mark>a</mark> &lt;b", "total = <mark>c</mark> &lt;b")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void aLongDifferenceIsCutAndSaysSo() {
    List<String> lines = Collections.nCopies(DiffHtml.MOST_ROWS + 5, "x");
    assertThat(DiffHtml.of(HEAD, TextDiff.between(List.of(), lines)))
        .contains("Cut here: 5 more rows are not in this file.");
  }

  @Test
  void jsonRangesCountCharacters() {
    TextDiff diff =
        TextDiff.between(
            List.of("\ud83d\ude00\ud83d\ude00 = a"), List.of("\ud83d\ude00\ud83d\ude00 = b", "c"));
    assertThat(json(diff))
        .isEqualTo(
            """
            {"rows":[{"op":"changed","left":"\\uD83D\\uDE00\\uD83D\\uDE00 = a",\
            "right":"\\uD83D\\uDE00\\uD83D\\uDE00 = b","words":{"left":[[5,6]],"right":[[5,6]]}},\
            {"op":"added","left":null,"right":"c","words":{"left":[],"right":[]}}]}\
            """);
  }

  @Test
  void bytecodeIsWrittenRowByRow() {
    Listing before = listing("RESUME", "RETURN_VALUE");
    CodeDiff diff = CodeDiff.between(before, listing("RESUME", "POP_TOP", "RETURN_VALUE"));
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      DiffJson.codeObjects(json, diff);
      json.writeEndObject();
    }
    assertThat(out.toString())
        .startsWith(
            """
            {"code_objects":[{"path":"root","rows":[\
            {"op":"same","left":[0,"RESUME",1,null,"",false,1,[1,1,null,null]],\
            "right":[0,"RESUME",1,null,"",false,1,[1,1,null,null]]},\
            {"op":"added","left":null,"right":[2,"POP_TOP",\
            """)
        .contains(
            "\"constants\":[],\"names\":[],\"exception_table\":[],\"flags\":[{\"op\":\"same\"");
    assertThat(DiffText.of(HEAD, diff))
        .endsWith("\nf (root)\n@@ -1,2 +1,3 @@\n RESUME\n+POP_TOP\n RETURN_VALUE\n");
    assertThat(DiffHtml.of(HEAD, diff)).contains("<tr class=\"added\"><td class=\"s\">+</td>");
  }

  private static String json(TextDiff diff) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      DiffJson.rows(json, diff);
      json.writeEndObject();
    }
    return out.toString();
  }

  private static Listing listing(String... opnames) {
    PyCode code =
        new PyCode(
            new CodeShape(0, 0, 0, 1, 3),
            Bytes.EMPTY,
            new PyTuple(List.of()),
            List.of(),
            new CodeLocals(List.of(), Bytes.EMPTY),
            new CodeOrigin("f.py", "f", "f", 1),
            Bytes.EMPTY,
            Bytes.EMPTY);
    List<String> names = Arrays.asList(opnames);
    List<Instruction> instructions =
        IntStream.range(0, names.size())
            .mapToObj(at ->
                new Instruction(
                    2 * at,
                    names.get(at),
                    1,
                    OptionalInt.empty(),
                    "",
                    new Operand.None(),
                    false,
                    OptionalInt.of(1),
                    Optional.of(new Position(1, 1, Position.UNKNOWN, Position.UNKNOWN))))
            .toList();
    return new Listing("3.12", List.of(new CodeListing("root", code, instructions, List.of(), "")));
  }
}
