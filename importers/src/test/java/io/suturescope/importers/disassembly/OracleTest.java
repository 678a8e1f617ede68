package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.Corpus;
import io.suturescope.importers.marshal.JsonTree;
import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.MarshalResult;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real code, against what the `dis` of the Python that made it said.
class OracleTest {
  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13", "3.14", "3.13-nodebugranges"})
  void samplesBesideTheTestAreListedAsDisListsThem(String name) throws URISyntaxException {
    Path here = Path.of(Objects.requireNonNull(OracleTest.class.getResource("py3.11.zip")).toURI());
    compare(new Corpus(here.resolveSibling("")), "py" + name + ".zip", name);
  }

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
  void samplesOfTheCorpusAreListedAsDisListsThem(String name) {
    compare(Corpus.orSkip(), "oracle/samples/py" + name + ".zip", name);
  }

  private static void compare(Corpus corpus, String zip, String name) {
    Map<String, byte[]> described = corpus.zipped(zip, ".dis.json");
    Map<String, byte[]> marshalled = corpus.zipped(zip, ".marshal");
    Described comparison = new Described();
    marshalled.forEach((file, bytes) ->
        comparison.compare(
            file,
            listing(bytes, name.substring(0, 4)),
            described.get(file.replace(".marshal", ".dis.json"))));
    comparison.tell(name, marshalled.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13"})
  void patchedAndOriginalCodeOfRealStoresIsListedAsDisListsIt(String python) throws IOException {
    Corpus corpus = Corpus.orSkip();
    Map<String, byte[]> described = corpus.zipped("oracle/store-code.zip", ".dis.json");
    byte[] index = Files.readAllBytes(corpus.file("oracle/store-code/INDEX-py" + python + ".json"));
    Described comparison = new Described();
    int files = 0;
    for (Map.Entry<String, Object> one : JsonTree.object(JsonTree.parse(index)).entrySet()) {
      Optional<Path> file = storeFile(corpus, JsonTree.list(one.getValue()));
      // One invented store travels as an archive.
      if (file.isPresent()) {
        byte[] json = described.get(one.getKey() + ".dis.json");
        comparison.compare(one.getKey(), listing(Files.readAllBytes(file.get()), python), json);
        files++;
      }
    }
    assertThat(files).isPositive();
    comparison.tell("stores of " + python, files);
  }

  private static Optional<Path> storeFile(Corpus corpus, List<?> places) {
    return places.stream()
        .map(place -> String.valueOf(place).replaceFirst("/", "/project/.codesuture_store/"))
        .map(place -> corpus.file("stores").resolve(place))
        .filter(Files::exists)
        .findFirst();
  }

  private static Listing listing(byte[] bytes, String python) {
    MarshalResult.Value value = (MarshalResult.Value) MarshalReader.read(bytes);
    return Disassembler.disassemble((PyCode) value.value(), python);
  }
}
