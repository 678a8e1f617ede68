package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.Corpus;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyValue;
import io.suturescope.model.diff.Change;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions as their compiler made them, against what CodeSuture made of them.
class RealPairsTest {
  private static final int PYC_HEADER = 16;

  @Test
  void everyGuardDiffersInWhatItPutIn() throws IOException, URISyntaxException {
    Path golden =
        Path.of(Objects.requireNonNull(RealPairsTest.class.getResource("pairs.txt")).toURI());
    Corpus here = new Corpus(golden.resolveSibling(""));
    Map<String, byte[]> before = here.zipped("pairs.zip", ".left.marshal");
    Map<String, byte[]> after = here.zipped("pairs.zip", ".right.marshal");
    StringBuilder actual = new StringBuilder();
    before.forEach((name, bytes) -> {
      String pair = name.replace(".left.marshal", "");
      CodeDiff diff =
          Differences.between(
              Differences.code(bytes),
              Differences.code(after.get(pair + ".right.marshal")),
              pair.substring(0, 4));
      actual.append(pair).append(": ").append(Differences.counts(diff)).append('\n');
      actual.append(Differences.text(diff)).append('\n');
    });
    Path written = Path.of("target/pairs-actual.txt");
    Files.writeString(written, actual);
    assertThat(actual.toString())
        .as("see " + written)
        .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13"})
  void onlyChainGuardsRemoveAnythingInTheCorpus(String python) throws IOException {
    Corpus corpus = Corpus.orSkip();
    Map<String, String> table = new TreeMap<>();
    List<Path> stores;
    try (Stream<Path> folders = Files.list(corpus.file("stores"))) {
      stores =
          folders
              .filter(store -> store.toString().contains("py" + python.replace(".", "")))
              .filter(store -> !store.endsWith("shop-mixed-py311-then-py313"))
              .toList();
    }
    for (Path store : stores) {
      for (Path file : files(store, ".code")) {
        Path metadata = Path.of(file.toString().replaceFirst("\\.code$", ".json"));
        if (!file.toString().endsWith(".orig.code") && Files.exists(metadata)) {
          compare(store, file, guard(metadata), python, table);
        }
      }
    }
    table.forEach((key, counts) -> System.out.println(python + " " + key + ": " + counts));
    assertThat(table).isNotEmpty();
  }

  private static void compare(
      Path store, Path file, String guard, String python, Map<String, String> table)
      throws IOException {
    PyCode after = Differences.code(Files.readAllBytes(file));
    Optional<PyCode> before = original(store, after, python);
    if (before.isPresent()) {
      CodeDiff diff = Differences.between(before.get(), after, python);
      String name = file.getFileName().toString().replaceFirst("\\.code$", "");
      table.merge(
          guard + " " + Differences.counts(diff),
          name,
          (known, one) ->
              List.of(known.split(", ", -1)).contains(one) ? known : known + ", " + one);
      if (!guard.equals("chain_subscript_guard")) {
        assertThat(Differences.count(diff, Change.REMOVED)).as(file.toString()).isZero();
        assertThat(Differences.count(diff, Change.CHANGED)).as(file.toString()).isZero();
        assertThat(Differences.count(diff, Change.MOVED)).as(file.toString()).isZero();
      }
    }
  }

  private static String guard(Path metadata) throws IOException {
    String json = Files.readString(metadata, StandardCharsets.UTF_8);
    int at = json.indexOf("\"guard_type\": \"");
    return at < 0 ? "?" : json.substring(at + 15, json.indexOf('"', at + 15));
  }

  private static Optional<PyCode> original(Path store, PyCode after, String python)
      throws IOException {
    for (Path file : files(store, ".cpython-" + python.replace(".", "") + ".pyc")) {
      byte[] bytes = Files.readAllBytes(file);
      Deque<PyCode> open = new ArrayDeque<>();
      open.add(Differences.code(Arrays.copyOfRange(bytes, PYC_HEADER, bytes.length)));
      while (!open.isEmpty()) {
        PyCode code = open.pop();
        if (code.qualname().equals(after.qualname())
            && code.firstlineno() == after.firstlineno()
            && Path.of(code.filename()).endsWith(Path.of(after.filename()).getFileName())) {
          return Optional.of(code);
        }
        for (PyValue constant : code.consts()) {
          if (constant instanceof PyCode inner) {
            open.push(inner);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(
          all.filter(file -> file.toString().endsWith(ending)).sorted().toList());
    }
  }
}
