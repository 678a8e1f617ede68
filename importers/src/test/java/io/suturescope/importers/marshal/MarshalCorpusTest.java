package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.PyBool;
import io.suturescope.model.bytecode.PyBytes;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyComplex;
import io.suturescope.model.bytecode.PyDict;
import io.suturescope.model.bytecode.PyEllipsis;
import io.suturescope.model.bytecode.PyFloat;
import io.suturescope.model.bytecode.PyInt;
import io.suturescope.model.bytecode.PyList;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PySet;
import io.suturescope.model.bytecode.PySlice;
import io.suturescope.model.bytecode.PyStopIteration;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything in the corpus that is marshal, against what CPython itself said about it.
class MarshalCorpusTest {
  private static final List<String> PYTHONS = List.of("3.11", "3.12", "3.13", "3.14");

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
  void samplesAreReadAsCpythonReadsThem(String name) {
    Corpus corpus = Corpus.orSkip();
    String zip = "oracle/samples/py" + name + ".zip";
    Map<String, byte[]> described = corpus.zipped(zip, ".dis.json");
    Map<String, byte[]> marshalled = corpus.zipped(zip, ".marshal");
    assertThat(marshalled).isNotEmpty();
    marshalled.forEach((file, bytes) -> {
      PyCode root = fits(file, bytes, name.substring(0, 4));
      byte[] json = described.get(file.replace(".marshal", ".dis.json"));
      for (Object one : JsonTree.list(JsonTree.object(JsonTree.parse(json)).get("code_objects"))) {
        sameFields(root, JsonTree.object(one));
      }
    });
  }

  /// The bytes are fine, the true version is among those that fit, no wrong one stands alone.
  private static PyCode fits(String file, byte[] bytes, String python) {
    CodeInspection inspection = CodeInspector.inspect(bytes);
    assertThat(inspection).as(file).isInstanceOf(CodeInspection.Readable.class);
    CodeInspection.Readable readable = (CodeInspection.Readable) inspection;
    assertThat(readable.warnings()).as(file).isEmpty();
    assertThat(readable.pythons()).as(file).contains(python);
    if (python.equals("3.13") || python.equals("3.14")) {
      assertThat(readable.pythons()).as(file).containsExactly(python);
    }
    return readable.root();
  }

  private static void sameFields(PyCode root, Map<String, Object> json) {
    String path = String.valueOf(json.get("path"));
    PyCode code = at(root, path);
    assertThat(
            Map.ofEntries(
                Map.entry("co_name", code.name()),
                Map.entry("co_qualname", code.qualname()),
                Map.entry("co_filename", code.filename()),
                Map.entry("co_firstlineno", (long) code.firstlineno()),
                Map.entry("co_argcount", (long) code.argcount()),
                Map.entry("co_posonlyargcount", (long) code.posonlyargcount()),
                Map.entry("co_kwonlyargcount", (long) code.kwonlyargcount()),
                Map.entry("co_nlocals", (long) code.varnames().size()),
                Map.entry("co_stacksize", (long) code.stacksize()),
                Map.entry("co_flags", (long) code.flags()),
                Map.entry("co_names", code.names()),
                Map.entry("co_varnames", code.varnames()),
                Map.entry("co_cellvars", code.cellvars()),
                Map.entry("co_freevars", code.freevars()),
                Map.entry("code_units", (long) code.code().size() / 2),
                Map.entry("co_code_sha256", sha256(code.code())),
                Map.entry("co_linetable", hex(code.linetable())),
                Map.entry("co_exceptiontable", hex(code.exceptiontable()))))
        .as(path)
        // What the corpus left out of its largest samples is not compared.
        .allSatisfy((field, value) ->
            assertThat(value).as(field).isEqualTo(json.getOrDefault(field, value)));
    List<?> consts = JsonTree.list(json.get("co_consts"));
    assertThat(code.consts()).hasSameSizeAs(consts);
    for (int index = 0; index < consts.size(); index++) {
      sameConstant(code.consts().get(index), JsonTree.object(consts.get(index)));
    }
  }

  private static void sameConstant(PyValue value, Map<String, Object> json) {
    assertThat(pythonType(value)).isEqualTo(json.get("type"));
    String repr = String.valueOf(json.get("repr"));
    if (value instanceof PyInt whole && whole.value().bitLength() < 500) {
      assertThat(whole.value()).hasToString(repr);
    }
    if (value instanceof PyFloat(double number) && repr.matches("[-0-9.e+]+")) {
      assertThat(number).isEqualTo(Double.parseDouble(repr));
    }
    if (value instanceof PyText(String text, _) && repr.matches("'[ A-Za-z0-9_.]*'")) {
      assertThat("'" + text + "'").isEqualTo(repr);
    }
  }

  private static String pythonType(PyValue value) {
    return switch (value) {
      case PyNone _ -> "NoneType";
      case PyBool _ -> "bool";
      case PyEllipsis _ -> "ellipsis";
      case PyStopIteration _ -> "type";
      case PyInt _ -> "int";
      case PyFloat _ -> "float";
      case PyComplex _ -> "complex";
      case PyBytes _ -> "bytes";
      case PyText _ -> "str";
      case PyTuple _ -> "tuple";
      case PyList _ -> "list";
      case PySet set -> set.frozen() ? "frozenset" : "set";
      case PyDict _ -> "dict";
      case PySlice _ -> "slice";
      case PyCode _ -> "code";
    };
  }

  /// Follows a path such as `root/4/1`: places in the constants.
  private static PyCode at(PyCode root, String path) {
    PyCode code = root;
    for (String place : path.split("/", -1)) {
      if (!place.equals("root")) {
        code = (PyCode) code.consts().get(Integer.parseInt(place));
      }
    }
    return code;
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }

  private static String sha256(Bytes bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void codeOfRealStoresFitsThePythonThatWroteIt() {
    Corpus corpus = Corpus.orSkip();
    int files = 0;
    for (String python : PYTHONS.subList(0, 3)) {
      Path index = corpus.file("oracle/store-code/INDEX-py" + python + ".json");
      for (Object places : JsonTree.object(JsonTree.parse(Samples.bytes(index))).values()) {
        for (Object place : JsonTree.list(places)) {
          Path file = storeFile(corpus, String.valueOf(place));
          // One invented store travels as an archive.
          if (Files.exists(file)) {
            fits(String.valueOf(place), Samples.bytes(file), python);
            files++;
          }
        }
      }
    }
    assertThat(files).isGreaterThan(200);
  }

  private static Path storeFile(Corpus corpus, String place) {
    int slash = place.indexOf('/');
    return corpus
        .file("stores")
        .resolve(place.substring(0, slash))
        .resolve("project/.codesuture_store")
        .resolve(place.substring(slash + 1));
  }

  @Test
  void valuesOfAllMarshalVersionsAreRead() throws IOException {
    Corpus corpus = Corpus.orSkip();
    try (Stream<Path> files = Files.walk(corpus.file("oracle/values"))) {
      List<Path> values = files.filter(file -> file.toString().endsWith(".marshal")).toList();
      assertThat(values).hasSizeGreaterThan(300);
      for (Path file : values) {
        byte[] bytes = Samples.bytes(file);
        MarshalResult result = MarshalReader.read(bytes);
        if (file.toString().contains("recursive_list")) {
          assertThat(result).isInstanceOf(MarshalResult.Failed.class);
        } else {
          assertThat(result)
              .as(file.toString())
              .isInstanceOfSatisfying(
                  MarshalResult.Value.class,
                  value -> assertThat(value.consumed()).isEqualTo(bytes.length));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13", "3.14"})
  void valuesLookAsInPython(String python) {
    Path folder = Corpus.orSkip().file("oracle/values/py" + python);
    Map<String, Object> index =
        JsonTree.object(JsonTree.parse(Samples.bytes(folder.resolve("INDEX.json"))));
    for (Object one : JsonTree.list(index.get("values"))) {
      Map<String, Object> described = JsonTree.object(one);
      String file = String.valueOf(described.get("file"));
      if (MarshalReader.read(Samples.bytes(folder.resolve(file)))
          instanceof MarshalResult.Value(PyValue value, int _)) {
        assertThat(PyRepr.of(value)).as(file).isEqualTo(described.get("repr"));
      }
    }
  }

  @Test
  void hostileCasesEndAsTheCorpusExpects() {
    Corpus corpus = Corpus.orSkip();
    Map<String, String> expected = expectedOfHostileCases(corpus);
    Map<String, byte[]> cases = corpus.zipped("hostile/M/cases.zip", "shop.cart.price.code");
    assertThat(cases).hasSize(79);
    cases.forEach((file, bytes) -> {
      String name = file.substring(0, file.indexOf('/'));
      String expectation = expected.getOrDefault(name, "");
      String told = Samples.told(CodeInspector.inspect(bytes));
      if (expectation.startsWith("quarantine this")) {
        assertThat(told).as(name).startsWith("unreadable");
      } else if (expectation.contains("warning")) {
        assertThat(told).as(name).startsWith("readable").doesNotEndWith("no warning");
      } else if (expectation.startsWith("accept")) {
        assertThat(told).as(name).startsWith("readable");
      } else {
        assertThat(expectation).as(name).contains("or accept");
      }
    });
  }

  private static Map<String, String> expectedOfHostileCases(Corpus corpus) {
    return new String(Samples.bytes(corpus.file("hostile/EXPECT.md")), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("| M0"))
        .map(line -> line.split(" \\| ", -1))
        .collect(Collectors.toMap(cells -> cells[0].substring(2), cells -> cells[2]));
  }

  @Test
  void truncationAtEveryByteIsNamed() {
    Corpus corpus = Corpus.orSkip();
    Map<String, byte[]> cut = corpus.zipped("hostile/M/truncated-at-every-byte.zip", ".code");
    assertThat(cut).hasSize(413);
    cut.forEach((file, bytes) ->
        assertThat(CodeInspector.inspect(bytes))
            .as(file)
            .isEqualTo(
                new CodeInspection.Unreadable(
                    "truncated at offset " + bytes.length, bytes.length)));
  }

  @Test
  void randomDamageNeverThrows() {
    Corpus corpus = Corpus.orSkip();
    Map<String, byte[]> damaged = corpus.zipped("hostile/M/fuzz.zip", "");
    assertThat(damaged).hasSize(200);
    damaged
        .values()
        .forEach(bytes -> assertThat(Samples.told(CodeInspector.inspect(bytes))).isNotBlank());
  }
}
