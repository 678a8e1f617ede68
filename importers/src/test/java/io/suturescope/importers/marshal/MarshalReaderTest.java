package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.PyBool;
import io.suturescope.model.bytecode.PyBytes;
import io.suturescope.model.bytecode.PyComplex;
import io.suturescope.model.bytecode.PyDict;
import io.suturescope.model.bytecode.PyEllipsis;
import io.suturescope.model.bytecode.PyFloat;
import io.suturescope.model.bytecode.PyInt;
import io.suturescope.model.bytecode.PyList;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PySet;
import io.suturescope.model.bytecode.PySlice;
import io.suturescope.model.bytecode.PyStopIteration;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.math.BigInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// Each type of marshal, as CPython reads it.
class MarshalReaderTest {
  private static MarshalBytes bytes() {
    return new MarshalBytes();
  }

  private static PyValue value(MarshalBytes bytes) {
    return switch (MarshalReader.read(bytes.bytes())) {
      case MarshalResult.Value(PyValue value, int consumed) -> {
        assertThat(consumed).isEqualTo(bytes.bytes().length);
        yield value;
      }
      case MarshalResult.Failed failed -> throw new AssertionError(failed);
    };
  }

  private static String failure(MarshalBytes bytes) {
    return switch (MarshalReader.read(bytes.bytes())) {
      case MarshalResult.Value value -> throw new AssertionError(value);
      case MarshalResult.Failed(String reason, long offset) -> reason + " @" + offset;
    };
  }

  private static PyInt whole(String digits) {
    return new PyInt(new BigInteger(digits));
  }

  @Test
  void singletonsAreRead() {
    assertThat(value(bytes().raw("N"))).isEqualTo(PyNone.INSTANCE);
    assertThat(value(bytes().raw("T"))).isEqualTo(PyBool.TRUE);
    assertThat(value(bytes().raw("F"))).isEqualTo(PyBool.FALSE);
    assertThat(value(bytes().raw("."))).isEqualTo(PyEllipsis.INSTANCE);
    assertThat(value(bytes().raw("S"))).isEqualTo(PyStopIteration.INSTANCE);
  }

  @Test
  void wholeNumbersOfAllSizesAreRead() {
    assertThat(value(bytes().type('i').int32(-5))).isEqualTo(whole("-5"));
    assertThat(value(bytes().type('I').int64(Long.MIN_VALUE)))
        .isEqualTo(whole("-9223372036854775808"));
    assertThat(value(bytes().type('l').int32(0))).isEqualTo(whole("0"));
    assertThat(value(bytes().type('l').int32(-3).int16(0x7fff).int16(0).int16(1)))
        .isEqualTo(whole("-1073774591"));
  }

  @Test
  void floatsAreReadFromTextAndFromBits() {
    assertThat(value(bytes().raw("f\0031.5"))).isEqualTo(new PyFloat(1.5));
    assertThat(value(bytes().raw("f\0031e5"))).isEqualTo(new PyFloat(1e5));
    assertThat(value(bytes().raw("f\004-inf"))).isEqualTo(new PyFloat(Double.NEGATIVE_INFINITY));
    assertThat(value(bytes().raw("f\003NaN"))).isEqualTo(new PyFloat(Double.NaN));
    assertThat(value(bytes().type('g').binaryDouble(-0.0))).isEqualTo(new PyFloat(-0.0));
  }

  @Test
  void numbersThatOnlyJavaUnderstandsAreRefused() {
    assertThat(failure(bytes().raw("f\0041.5d"))).isEqualTo("text that is not a number @1");
    assertThat(failure(bytes().raw("f\0050x1p3"))).isEqualTo("text that is not a number @1");
    assertThat(failure(bytes().raw("f\003 1 "))).isEqualTo("text that is not a number @1");
    assertThat(failure(bytes().raw("f\000"))).isEqualTo("text that is not a number @1");
  }

  @Test
  void complexNumbersAreReadFromTextAndFromBits() {
    assertThat(value(bytes().raw("x\0010\0022."))).isEqualTo(new PyComplex(0, 2));
    assertThat(value(bytes().type('y').binaryDouble(1).binaryDouble(-2)))
        .isEqualTo(new PyComplex(1, -2));
  }

  @Test
  void textIsReadInAllItsForms() {
    PyText text = new PyText("ab");
    assertThat(value(bytes().raw("z\2ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("Z\2ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("a\2\0\0\0ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("A\2\0\0\0ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("u\2\0\0\0ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("t\2\0\0\0ab"))).isEqualTo(text);
    assertThat(value(bytes().raw("u\4\0\0\0\u00f0\u009f\u00a7\u00b5")))
        .isEqualTo(new PyText("\ud83e\uddf5"));
  }

  @Test
  void bytesAboveAsciiInAsciiTextAreLatin1AsInCpython() {
    assertThat(value(bytes().raw("z\1\u00e9"))).isEqualTo(new PyText("\u00e9"));
  }

  @Test
  void loneSurrogatesAndReplacementCharactersAreKept() {
    assertThat(value(bytes().raw("u\3\0\0\0\u00ed\u00a0\u0080"))).isEqualTo(new PyText("\ud800"));
    assertThat(value(bytes().raw("u\3\0\0\0\u00ef\u00bf\u00bd"))).isEqualTo(new PyText("\ufffd"));
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    for (String bad :
        new String[] {
          "\u00ff",
          "\u00c0\u0080",
          "\u00e2\u0082",
          "\u00e0\u0080\u0080",
          "\u0080",
          "\u00c3A",
          "\u00f4\u0090\u0080\u0080",
          "\u00f5\u0080\u0080\u0080",
          "\u00f0\u0080\u0080\u0080"
        }) {
      assertThat(failure(bytes().type('u').int32(bad.length()).raw(bad)))
          .isEqualTo("text that is not UTF-8 @5");
    }
  }

  @Test
  void containersHoldTheirParts() {
    assertThat(value(bytes().raw(")\2TF")))
        .isInstanceOfSatisfying(
            PyTuple.class,
            tuple -> assertThat(tuple.items()).containsExactly(PyBool.TRUE, PyBool.FALSE));
    assertThat(value(bytes().raw("(\1\0\0\0N")))
        .isInstanceOfSatisfying(PyTuple.class, tuple -> assertThat(tuple.items()).hasSize(1));
    assertThat(value(bytes().raw("[\2\0\0\0N)\0")))
        .isInstanceOfSatisfying(PyList.class, list -> assertThat(list.items()).hasSize(2));
    assertThat(value(bytes().raw("<\1\0\0\0N")))
        .isInstanceOfSatisfying(PySet.class, set -> assertThat(set.frozen()).isFalse());
    assertThat(value(bytes().raw(">\0\0\0\0")))
        .isInstanceOfSatisfying(PySet.class, set -> assertThat(set.frozen()).isTrue());
    assertThat(value(bytes().raw("{NTF.0")))
        .isInstanceOfSatisfying(
            PyDict.class,
            dict ->
                assertThat(dict.entries())
                    .containsExactly(
                        new PyDict.Entry(PyNone.INSTANCE, PyBool.TRUE),
                        new PyDict.Entry(PyBool.FALSE, PyEllipsis.INSTANCE)));
    assertThat(value(bytes().raw(":NTF")))
        .isInstanceOfSatisfying(
            PySlice.class, slice -> assertThat(slice.stop()).isEqualTo(PyBool.TRUE));
  }

  @Test
  void bytesCannotBeChangedFromOutside() {
    byte[] source = bytes().raw("s\2\0\0\0ab").bytes();
    MarshalResult result = MarshalReader.read(source);
    source[5] = 'x';
    assertThat(result)
        .asInstanceOf(InstanceOfAssertFactories.type(MarshalResult.Value.class))
        .extracting(MarshalResult.Value::value)
        .isEqualTo(new PyBytes(Bytes.copyOf(new byte[] {'a', 'b'})));
  }

  @Test
  void referencedValuesAreTheSameObject() {
    PyTuple tuple = (PyTuple) value(bytes().raw(")\3\u00a9\0").raw("r").int32(0).raw("N"));
    assertThat(tuple.items().get(1)).isSameAs(tuple.items().get(0));
  }

  @Test
  void slotsAreTakenBeforePartsAndNeverBySingletons() {
    // Slot 0: the tuple, slot 1: the text; the flag on None takes none.
    PyTuple tuple =
        (PyTuple) value(bytes().raw("\u00a9\3").type('N' | 0x80).raw("\u00fa\1ar").int32(1));
    assertThat(tuple.items().get(2)).isSameAs(tuple.items().get(1));
  }

  @Test
  void valuesThatContainThemselvesAreRefused() {
    assertThat(failure(bytes().raw("\u00a9\1r").int32(0)))
        .isEqualTo("reference to a value that is not complete @2");
    assertThat(failure(bytes().raw("\u00db\1\0\0\0r").int32(0)))
        .isEqualTo("reference to a value that is not complete @5");
  }

  @Test
  void endMarksBelongBehindWholeEntriesOnly() {
    assertThat(failure(bytes().raw("0"))).isEqualTo("end mark where a value is expected @0");
    assertThat(failure(bytes().raw("{N0"))).isEqualTo("end mark where a value is expected @2");
    assertThat(failure(bytes().raw(")\0010"))).isEqualTo("end mark where a value is expected @2");
  }

  @Test
  void bytesAfterTheValueAreLeftAlone() {
    assertThat(MarshalReader.read(bytes().raw("NNN").bytes()))
        .isEqualTo(new MarshalResult.Value(PyNone.INSTANCE, 1));
  }

  @Test
  void noBytesAreTruncatedAtZero() {
    assertThat(MarshalReader.read(new byte[0]))
        .isEqualTo(new MarshalResult.Failed("truncated at offset 0", 0));
  }
}
