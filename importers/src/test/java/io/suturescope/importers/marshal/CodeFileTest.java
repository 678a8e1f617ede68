package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.patch.PythonChoice.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeFileTest {
  private static byte[] pyc(int magic, int flags, byte[] code) {
    return new MarshalBytes()
        .int32(magic | '\r' << 16 | '\n' << 24)
        .int32(flags)
        .int32(-1)
        .int32(77)
        .raw(code)
        .bytes();
  }

  @Test
  void theMagicNumberTellsThePython() {
    assertThat(PycFile.of(pyc(3495, 0, new byte[0])))
        .contains(new PycFile(3495, Optional.of("3.11"), new PycFile.Stamped(0xffff_ffffL, 77)));
    assertThat(List.of(3531, 3571, 3627))
        .extracting(magic -> PycFile.of(pyc(magic, 0, new byte[0])).flatMap(PycFile::python))
        .containsExactly(Optional.of("3.12"), Optional.of("3.13"), Optional.of("3.14"));
  }

  @Test
  void aHashStandsInForTimeAndSize() {
    assertThat(PycFile.of(pyc(3495, 3, new byte[0])).map(PycFile::source))
        .contains(new PycFile.Hashed(0x4d_ffff_ffffL, true));
  }

  @Test
  void aHeadIsNoCodeAndCodeIsNoHead() {
    assertThat(PycFile.of(Samples.good())).isEmpty();
    assertThat(PycFile.of(new byte[3])).isEmpty();
    CodeFile file = CodeFile.read(pyc(3571, 0, Samples.good()));
    assertThat(file.inspection()).isInstanceOf(CodeInspection.Readable.class);
    assertThat(file.python()).isEqualTo(new PythonChoice(List.of("3.13"), Evidence.MAGIC));
    assertThat(CodeFile.read(Samples.good()).python())
        .isEqualTo(new PythonChoice(List.of("3.13"), Evidence.BYTES));
  }

  @Test
  void anotherPythonIsNamedByItsNumber() {
    CodeFile file = CodeFile.read(pyc(3439, 0, Samples.good()));
    assertThat(file.inspection())
        .isEqualTo(
            new CodeInspection.Unreadable(
                "made by a Python that is not known here (magic number 3439)", 0));
    assertThat(file.python().evidence()).isEqualTo(Evidence.NOTHING);
  }
}
