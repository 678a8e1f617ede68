package io.suturescope.model.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyRenderingTest {
  private static final PyValue ONE = new PyInt(BigInteger.ONE);

  private static String shown(PyValue value) {
    return PyRendering.shortened(value, 80);
  }

  @Test
  void valuesLookAsInPython() {
    assertThat(shown(PyNone.INSTANCE)).isEqualTo("None");
    assertThat(shown(PyBool.TRUE)).isEqualTo("True");
    assertThat(shown(new PyTuple(List.of()))).isEqualTo("()");
    assertThat(shown(new PyTuple(List.of(ONE)))).isEqualTo("(1,)");
    assertThat(shown(new PyList(List.of(ONE, ONE)))).isEqualTo("[1, 1]");
    assertThat(shown(new PySet(List.of(), true))).isEqualTo("frozenset()");
    assertThat(shown(new PySet(List.of(ONE), true))).isEqualTo("frozenset({1})");
    assertThat(shown(new PyDict(List.of(new PyDict.Entry(new PyText("a"), ONE)))))
        .isEqualTo("{'a': 1}");
    assertThat(shown(new PySlice(ONE, PyNone.INSTANCE, PyNone.INSTANCE)))
        .isEqualTo("slice(1, None, None)");
    assertThat(shown(new PyBytes(Bytes.copyOf(new byte[] {'a', 0, (byte) 0xff}))))
        .isEqualTo("b'a\\x00\\xff'");
    assertThat(shown(new PyFloat(Double.NEGATIVE_INFINITY))).isEqualTo("-inf");
  }

  @Test
  void charactersThatDeceiveAreEscaped() {
    assertThat(shown(new PyText("a\u202eb\0'\ud800"))).isEqualTo("\"a\\u202eb\\x00'\\ud800\"");
    assertThat(shown(new PyText("\u5408\u8a08 \ud83e\uddf5")))
        .isEqualTo("'\u5408\u8a08 \ud83e\uddf5'");
  }

  @Test
  void sharedTuplesAreShownInBoundedTime() {
    PyValue value = new PyTuple(List.of());
    for (int level = 0; level < 40; level++) {
      value = new PyTuple(Collections.nCopies(10, value));
    }
    assertThat(shown(value)).hasSize(83).endsWith("...");
  }

  @Test
  void hugeNumbersAreNamedBySize() {
    PyInt huge = new PyInt(BigInteger.ONE.shiftLeft(10_000_000));
    assertThat(shown(huge)).isEqualTo("<int of 10000001 bits>");
    assertThat(huge).hasToString("int of 10000001 bits");
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(source);
    source[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.copyOf(new byte[] {0, 1, 2, 3}, 1, 4));
    assertThat(bytes.at(0)).isEqualTo(1);
  }
}
