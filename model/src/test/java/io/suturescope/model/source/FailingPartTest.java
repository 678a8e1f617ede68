package io.suturescope.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Position;
import io.suturescope.model.diff.TextRow.Range;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The failing characters of a line, from an instruction's position or from a trace's marks.
class FailingPartTest {

  private static Optional<String> at(String line, int from, int to) {
    return FailingPart.of(line, new Position(5, 5, from, to)).map(part -> cut(line, part));
  }

  private static String cut(String line, Range part) {
    return line.substring(part.from(), part.to());
  }

  @Test
  void columnsAreBytesAndTheRangeIsCharacters() {
    assertThat(at("    x = a[0]", 8, 12)).contains("a[0]");
    assertThat(at("    breite = maße[\"b\"]", 13, 23)).contains("maße[\"b\"]");
    assertThat(at("値 = 行[\"値\"]", 6, 16)).contains("行[\"値\"]");
    assertThat(at("x = \"😀\" + y", 13, 14)).contains("y");
  }

  @Test
  void aPartThatGoesOnBelowEndsWithItsLine() {
    assertThat(FailingPart.of("x = f(  ", new Position(5, 7, 4, 1))).contains(new Range(4, 6));
  }

  @Test
  void columnsInsideACharacterAreWidened() {
    assertThat(at("a😀b", 2, 3)).contains("😀");
    assertThat(at("a😀b", 0, 2)).contains("a😀");
  }

  @Test
  void nothingIsFoundWithoutColumnsOrOutsideTheLine() {
    assertThat(at("x = 1", Position.UNKNOWN, Position.UNKNOWN)).isEmpty();
    assertThat(at("x = 1", 3, 3)).isEmpty();
    assertThat(at("x = 1", 9, 12)).isEmpty();
    assertThat(at("x = 1", 4, 1000)).contains("1");
    assertThat(at("", 0, 1)).isEmpty();
  }

  @Property
  void anyPositionStaysInsideTheLine(
      @ForAll String line,
      @ForAll int from,
      @ForAll int to,
      @ForAll int firstLine,
      @ForAll int endLine) {
    FailingPart.of(line, new Position(firstLine, endLine, from, to))
        .ifPresent(part -> assertThat(cut(line, part)).isNotEmpty());
  }

  private static TraceQuote quote(String... lines) {
    return TraceQuote.of(List.of(String.join("\n", lines) + "\n"), 21).orElseThrow();
  }

  @Test
  void theMarksOfATraceAreLaidOverTheLine() {
    TraceQuote quote =
        quote("  File \"app.py\", line 21, in f", "    x = 行[\"値\"] + y", "        ~~^^^^^^");
    String line = "\t  x = 行[\"値\"] + y";
    assertThat(FailingPart.of(line, quote).map(part -> cut(line, part))).contains("行[\"値\"]");
    assertThat(FailingPart.of("another line", quote)).isEmpty();
  }

  @Test
  void aTraceWithoutMarksQuotesTheLineAlone() {
    assertThat(quote("  File \"app.py\", line 21, in f", "    return f(x)"))
        .isEqualTo(new TraceQuote("return f(x)", Optional.empty()));
    assertThat(quote("  File \"app.py\", line 21, in f", "    a", "  File \"b.py\", line 3, in g"))
        .isEqualTo(new TraceQuote("a", Optional.empty()));
  }

  @Test
  void theLastFrameAtTheLineIsTaken() {
    List<String> trace =
        List.of(
            "  File \"a.py\", line 21, in f\n    first\n",
            "  File \"a.py\", line 22, in f\n    other\n  File \"b\", line 21, in g\n    second\n"
                + "  File \"a.py\", line 23, in f\n    last\n");
    assertThat(TraceQuote.of(trace, 21).map(TraceQuote::text)).contains("second");
    assertThat(TraceQuote.of(trace, 9)).isEmpty();
    assertThat(TraceQuote.of(List.of(), 9)).isEmpty();
    assertThat(TraceQuote.of(List.of("  File \"a.py\", line 21, in f"), 21)).isEmpty();
  }

  @Test
  void aTraceMadeToHurtIsPassedOver() {
    String head = "  File \"a.py\", line 21, in f\n";
    assertThat(TraceQuote.of(List.of(head + "    " + "x".repeat(2_000_000)), 21)).isEmpty();
    String marks = "    x\n    " + "^ ".repeat(400_000) + "!";
    assertThat(TraceQuote.of(List.of(head + marks), 21))
        .contains(new TraceQuote("x", Optional.empty()));
  }

  @Property
  void anyTraceIsRead(@ForAll List<String> trace, @ForAll int line) {
    assertThat(TraceQuote.of(trace, line)).isNotNull();
  }
}
