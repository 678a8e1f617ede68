package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.Corpus;
import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.MarshalResult;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All code in the corpus, against what the `dis` of the Python that made it said.
class OracleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.11",
        "3.12",
        "3.13",
        "3.14",
        "3.11-nodebugranges",
        "3.12-nodebugranges",
        "3.13-nodebugranges"
      })
  void samplesAreListedAsDisListsThem(String name) {
    Corpus corpus = Corpus.orSkip();
    String zip = "oracle/samples/py" + name + ".zip";
    Map<String, byte[]> described = corpus.zipped(zip, ".dis.json");
    Map<String, byte[]> marshalled = corpus.zipped(zip, ".marshal");
    Described comparison = new Described();
    marshalled.forEach((file, bytes) ->
        comparison.compare(
            file,
            listing(bytes, name.substring(0, 4)),
            described.get(file.replace(".marshal", ".dis.json"))));
    assertThat(comparison.codes).isPositive();
    tell(name, marshalled.size(), comparison);
  }

  static Listing listing(byte[] bytes, String python) {
    MarshalResult.Value value = (MarshalResult.Value) MarshalReader.read(bytes);
    return Disassembler.disassemble((PyCode) value.value(), python);
  }

  private static void tell(String what, int files, Described comparison) {
    System.out.printf(
        "%s: %d files, %d code objects, %d instructions equal those of dis%n",
        what, files, comparison.codes, comparison.instructions);
  }
}
