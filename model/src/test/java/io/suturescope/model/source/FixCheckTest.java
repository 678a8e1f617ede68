package io.suturescope.model.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.diff.Change;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Labels of suggestions, and their reasons.
class FixCheckTest {
  private static final String FILE =
      """
      import os

      def note(order, text):
          order.note = text
          return float(text)

      def twice(x):
          y = x
          print(
              x["a"],
          )
          y = x
          return y
      """;

  static SourceText file(String text) {
    return SourceText.of("shop/cart.py", Bytes.copyOf(text.getBytes(UTF_8)));
  }

  static SuggestedFix fix(int line, String original, String suggested) {
    String diff = "@@ -" + line + ",1 +" + line + ",1 @@\n-" + original + "\n+" + suggested;
    return SuggestedFix.parse(diff, "note", "/srv/shop/shop/cart.py", line, "LIKELY");
  }

  private static CheckedFix check(int line, String original, String suggested) {
    return FixCheck.check(
        fix(line, original, suggested), Optional.of(file(FILE)), Optional.empty());
  }

  @Test
  void aChangeThatParsesIsUsableAndAHint() {
    CheckedFix checked =
        check(4, "    order.note = text", "    order.note = text if order else ''");
    assertThat(checked.label()).isEqualTo(FixLabel.USABLE);
    assertThat(checked.reason()).contains("hint").contains("nobody tested");
    assertThat(checked.file()).isEqualTo("shop/cart.py");
    assertThat(checked.patch())
        .contains(
            """
            --- a/shop/cart.py
            +++ b/shop/cart.py
            @@ -1,7 +1,7 @@
             import os
            \s
             def note(order, text):
            -    order.note = text
            +    order.note = text if order else ''
                 return float(text)
            \s
             def twice(x):
            """);
  }

  @Test
  void theDiffShowsThreeLinesAroundTheChange() {
    var diff = check(4, "    order.note = text", "    order.note = 1").diff().orElseThrow();
    assertThat(diff.left()).hasSize(7).element(3).isEqualTo("    order.note = text");
    assertThat(diff.right()).hasSize(7).element(3).isEqualTo("    order.note = 1");
    assertThat(diff.rows().get(3).change()).isEqualTo(Change.CHANGED);
    assertThat(diff.rows()).filteredOn(row -> row.change() == Change.SAME).hasSize(6);
  }

  @Test
  void nothingAndNoOpsComeBeforeTheFile() {
    SuggestedFix none = SuggestedFix.parse("", "f", "a.py", 1, "");
    assertThat(FixCheck.check(none, Optional.empty(), Optional.empty()).label())
        .isEqualTo(FixLabel.NONE);
    SuggestedFix odd = SuggestedFix.parse("use .get()", "f", "a.py", 1, "");
    assertThat(FixCheck.check(odd, Optional.empty(), Optional.empty()).reason())
        .isEqualTo("The recorded text is not a change of one line.");
    assertThat(FixCheck.check(fix(4, "a", "a "), Optional.empty(), Optional.empty()).label())
        .isEqualTo(FixLabel.NO_OP);
    assertThat(check(4, "    order.note = text", "    order.note = text").diff()).isPresent();
  }

  @Test
  void aMissingFileAndAnUnreadLineAreMissingSources() {
    assertThat(FixCheck.check(fix(4, "a", "b"), Optional.empty(), Optional.empty()))
        .extracting(CheckedFix::label, CheckedFix::reason)
        .containsExactly(
            FixLabel.SOURCE_MISSING, "The source does not hold /srv/shop/shop/cart.py.");
    assertThat(check(4, "# (source line 4 not available)", "x").label())
        .isEqualTo(FixLabel.SOURCE_MISSING);
  }

  @Test
  void aLineThatIsGoneHasDriftedAndAMovedOneIsNamed() {
    assertThat(check(4, "    gone", "    x").label()).isEqualTo(FixLabel.SOURCE_DRIFTED);
    assertThat(check(999, "    gone", "    x").label()).isEqualTo(FixLabel.SOURCE_DRIFTED);
    assertThat(check(0, "    gone", "    x").label()).isEqualTo(FixLabel.SOURCE_DRIFTED);
    assertThat(check(9, "    return y", "    x"))
        .extracting(CheckedFix::label, CheckedFix::reason)
        .containsExactly(
            FixLabel.WRONG_LINE,
            "The line it replaces now stands at line 13, not at line 9 of the crash.");
    assertThat(check(9, "    y = x", "    x").reason())
        .isEqualTo("The line it replaces stands at lines 8, 12, not at line 9 of the crash.");
  }

  @Test
  void aTraceThatQuotesAnotherLineContradicts() {
    SuggestedFix fix = fix(4, "    order.note = text", "    order.note = 1");
    assertThat(FixCheck.check(fix, Optional.of(file(FILE)), Optional.of("order.text = note")))
        .extracting(CheckedFix::label)
        .isEqualTo(FixLabel.WRONG_LINE);
    assertThat(FixCheck.check(fix, Optional.of(file(FILE)), Optional.of("order.note = text")))
        .extracting(CheckedFix::label)
        .isEqualTo(FixLabel.USABLE);
  }

  @Test
  void whatPythonWouldRefuseSaysWhere() {
    CheckedFix checked =
        check(5, "    return float(text)", "    result = return float(text); result");
    assertThat(checked.label()).isEqualTo(FixLabel.DOES_NOT_PARSE);
    assertThat(checked.reason())
        .isEqualTo(
            "Python would refuse the file, line 5: the keyword `return` stands inside an"
                + " expression.");
    assertThat(checked.patch()).isEmpty();
    assertThat(check(10, "        x[\"a\"],", "        x[\"a\"], if x else None").label())
        .isEqualTo(FixLabel.DOES_NOT_PARSE);
  }

  @Test
  void aFileThatNeverParsedIsNotBlamedOnTheSuggestion() {
    CheckedFix checked =
        FixCheck.check(
            fix(1, "a = 1", "a = 2"), Optional.of(file("a = 1\nb = (\n")), Optional.empty());
    assertThat(checked.label()).isEqualTo(FixLabel.DOES_NOT_PARSE);
    assertThat(checked.reason()).startsWith("The file does not parse, with or without");
  }

  @Test
  void aPartOfALongerStatementIsJudgedByTheWholeFile() {
    assertThat(check(10, "        x[\"a\"],", "        x[\"a\"] if x else None,").label())
        .isEqualTo(FixLabel.USABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return float(v)|float(v) if v else 0.0|It drops the `return`",
        "a = f(b)|f(b) if b else 0|It drops the assignment to `a`",
        "a[0] = b|a[1] = b|It turns an assignment to `a[0]` into an assignment to `a[1]`.",
        "a += b|a = b|It turns an assignment to `a` into",
        "f(a)|result = f(a)|It turns a bare expression into an assignment to `result`.",
        "f(a)|result = f(a); result|It changes how many",
        "f(a)|# f(a)|It takes the statement away.",
        "raise a|return a|It turns `raise` into `return`.",
        "f = lambda x=1: x|f = lambda x=2: x|",
        "a, b = c|a, b = c if c else (0, 0)|",
        "x[a(b=1)] = c|x[a(b=1)] = d|",
        "return a|return b|",
        "a == b|a >= b|",
        "if a:|if a and b:|",
        "f(a,|f(b,|",
      })
  void aStatementOfAnotherKindIsTold(String original, String suggested, String reason) {
    Optional<String> told = StatementChange.of("  " + original, "  " + suggested);
    if (reason == null) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told.orElseThrow()).contains(reason);
    }
  }

  @Test
  void theReturnThatTypeCoercionDropsIsNoPatch() {
    CheckedFix checked =
        check(5, "    return float(text)", "    float(text) if text is not None else 0.0");
    assertThat(checked.label()).isEqualTo(FixLabel.CHANGES_STATEMENT);
    assertThat(checked.label().word()).isEqualTo("changes_statement");
    assertThat(checked.patch()).isEmpty();
  }

  @Test
  void filesOfOtherEncodingsKeepTheirBytes() {
    String text = "# -*- coding: cp1252 -*-\ngröße = '€'\nx = größe\n";
    Charset windows = Charset.forName("windows-1252");
    SourceText file = SourceText.of("a.py", Bytes.copyOf(text.getBytes(windows)));
    assertThat(file.line(2)).isEqualTo("größe = '€'");
    CheckedFix checked =
        FixCheck.check(
            fix(3, "x = größe", "x = größe or '€'"), Optional.of(file), Optional.empty());
    assertThat(checked.label()).isEqualTo(FixLabel.USABLE);
    assertThat(checked.charset()).isEqualTo(ISO_8859_1);
    assertThat(new String(checked.patchBytes().orElseThrow(), windows))
        .contains("+x = größe or '€'\n")
        .contains(" größe = '€'\n");
    assertThat(
            FixCheck.check(fix(3, "x = größe", "x = '値'"), Optional.of(file), Optional.empty())
                .reason())
        .contains("encoding");
  }

  @Test
  void linesAreCountedAsPythonCountsThem() {
    SourceText file = file("\uFEFFa\r\nb\rc\n\nd");
    assertThat(file.lines(1, 99)).containsExactly("a", "b", "c", "", "d");
    assertThat(file.lineCount()).isEqualTo(5);
    assertThat(file("").lineCount()).isZero();
    assertThat(file("").lines(1, 9)).isEmpty();
    assertThat(file("").text()).isEmpty();
  }

  @Test
  void aFileTooLongToBeReadIsSaidToBeUnchecked() {
    SourceText file = file("a = 1\n".repeat(400_000) + "b = 2\n");
    CheckedFix checked =
        FixCheck.check(fix(400_001, "b = 2", "b = ("), Optional.of(file), Optional.empty());
    assertThat(checked.label()).isEqualTo(FixLabel.USABLE);
    assertThat(checked.reason()).contains("too long to see whether it parses");
  }

  @Test
  void reasonsHoldNothingThatATerminalObeys() {
    SuggestedFix fix = SuggestedFix.parse("@@ -1 +1 @@\n-a\n+b", "f", "\u001b[2J\n.py", 1, "");
    assertThat(FixCheck.check(fix, Optional.empty(), Optional.empty()).reason())
        .isEqualTo("The source does not hold  [2J .py.");
  }
}
