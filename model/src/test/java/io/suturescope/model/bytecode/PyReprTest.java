package io.suturescope.model.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyReprTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "1.5, 1.5",
    "0.1, 0.1",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.00012345, 0.00012345",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1234567890123456.7, 1234567890123456.8",
    "123456789012345678, 1.2345678901234568e+17",
    "1e308, 1e+308",
    "1e-100, 1e-100",
    "5e-324, 5e-324",
    "1e-323, 1e-323",
    "1.5e-323, 1.5e-323",
    "2e-323, 2e-323",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740993, 9007199254740992.0",
    "2e23, 2e+23",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void floatsHaveTheFewestDigits(double value, String repr) {
    assertThat(PyRepr.of(new PyFloat(value))).isEqualTo(repr);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1j",
    "0, -0.0, -0j",
    "0, 1.5, 1.5j",
    "0, 1e16, 1e+16j",
    "1, 2, (1+2j)",
    "-0.0, 1, (-0+1j)",
    "1, -2.5, (1-2.5j)",
    "0, NaN, nanj",
    "1, NaN, (1+nanj)",
    "Infinity, -0.0, (inf-0j)",
    "0, -Infinity, -infj"
  })
  void complexNumbersLeaveOutAPositiveZero(double real, double imaginary, String repr) {
    assertThat(PyRepr.of(new PyComplex(real, imaginary))).isEqualTo(repr);
  }

  @Test
  void quotesAreThoseThatNeedNoEscape() {
    assertThat(PyRepr.of(new PyText("it's"))).isEqualTo("\"it's\"");
    assertThat(PyRepr.of(new PyText("a \"b\""))).isEqualTo("'a \"b\"'");
    assertThat(PyRepr.of(new PyText("'\""))).isEqualTo("'\\'\"'");
    assertThat(PyRepr.of(new PyBytes(Bytes.copyOf(new byte[] {'\'', '\n', 0x7f, '\\'}))))
        .isEqualTo("b\"'\\n\\x7f\\\\\"");
  }

  @Test
  void charactersThatCannotBeSeenAreEscaped() {
    assertThat(PyRepr.of(new PyText("\0\u007f\u00a0\u00ad\u3000\ufeff\ud800 \u00e9")))
        .isEqualTo("'\\x00\\x7f\\xa0\\xad\\u3000\\ufeff\\ud800 \u00e9'");
    assertThat(PyRepr.of(new PyText(Character.toString(0xe0001)))).isEqualTo("'\\U000e0001'");
  }

  @Test
  void charactersThatAPythonDoesNotKnowAreEscaped() {
    PyText text = new PyText("\u2ffc");
    assertThat(PyRepr.of(text, 100, 12)).isEqualTo("'\\u2ffc'");
    assertThat(PyRepr.of(text, 100, 13)).isEqualTo("'\u2ffc'");
    assertThat(PyRepr.of(new PyText("\u2ffb\u3001"), 100, 11)).isEqualTo("'\u2ffb\u3001'");
  }

  @Test
  void loneSurrogatesSideBySideAreNoCharacter() {
    String pair = Character.toString(0x10080);
    assertThat(PyRepr.of(new PyText(pair + pair, List.of(2))))
        .isEqualTo("'" + pair + "\\ud800\\udc80'");
  }

  @Test
  void codeHasNoAddress() {
    PyTuple none = new PyTuple(List.of());
    PyCode code =
        new PyCode(
            new CodeShape(0, 0, 0, 0, 0),
            Bytes.EMPTY,
            none,
            List.of(),
            new CodeLocals(List.of(), Bytes.EMPTY),
            new CodeOrigin("a.py", "f", "C.f", 3),
            Bytes.EMPTY,
            Bytes.EMPTY);
    assertThat(PyRepr.of(code)).isEqualTo("<code object f at 0xADDR, file \"a.py\", line 3>");
  }

  @Test
  void numbersThatPythonRefusesToWriteAreHexadecimalOrNamed() {
    BigInteger last = BigInteger.TEN.pow(4_300).subtract(BigInteger.ONE);
    assertThat(PyRepr.of(new PyInt(last))).isEqualTo("9".repeat(4_300));
    assertThat(PyRepr.of(new PyInt(last.negate()))).isEqualTo("-" + "9".repeat(4_300));
    assertThat(PyRepr.of(new PyInt(BigInteger.ONE.shiftLeft(16_000).negate())))
        .isEqualTo("-0x1" + "0".repeat(4_000));
    assertThat(PyRepr.of(new PyInt(BigInteger.ONE.shiftLeft(10_000_000))))
        .isEqualTo("<int of 10000001 bits>");
  }

  @Test
  void sharingAndDepthDoNotExplode() {
    PyValue wide = new PyTuple(List.of());
    PyValue deep = wide;
    for (int level = 0; level < 2_000; level++) {
      wide = new PyTuple(Collections.nCopies(10, wide));
      deep = new PyTuple(List.of(deep));
    }
    assertThat(PyRepr.of(wide)).hasSize(PyRepr.LONGEST + 3).endsWith("...");
    assertThat(PyRepr.of(deep)).contains("(...").hasSizeLessThan(1_000);
  }
}
