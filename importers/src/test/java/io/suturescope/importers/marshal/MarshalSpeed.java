package io.suturescope.importers.marshal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Measures how fast marshal is read, beside CPython's own reader on the same bytes.
///
/// Arguments: a folder with `.pyc` files, and the command of a Python of the same version.
final class MarshalSpeed {
  private static final int PYC_HEADER = 16;
  private static final int ROUNDS = 8;
  private static final String PYTHON =
      """
      import marshal, pathlib, sys, time
      data = [p.read_bytes()[16:] for p in sorted(pathlib.Path(sys.argv[1]).rglob("*.pyc"))]
      size = sum(map(len, data))
      for _ in range(8):
          start = time.perf_counter()
          for one in data: marshal.loads(one)
          print(f"marshal.loads {size / 1e6 / (time.perf_counter() - start):.0f} MB/s")
      """;

  private MarshalSpeed() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    List<byte[]> codes = codes(Path.of(arguments[0]));
    measure("MarshalReader", codes, MarshalReader::read);
    measure("CodeInspector", codes, CodeInspector::inspect);
    new ProcessBuilder(arguments[1], "-c", PYTHON, arguments[0]).inheritIO().start().waitFor();
  }

  private static List<byte[]> codes(Path folder) throws IOException {
    List<byte[]> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pyc")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        codes.add(Arrays.copyOfRange(bytes, PYC_HEADER, bytes.length));
      }
    }
    return codes;
  }

  private static void measure(String name, List<byte[]> codes, Consumer<byte[]> reader) {
    long size = codes.stream().mapToLong(bytes -> bytes.length).sum();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      codes.forEach(reader);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "%s %d files, %.0f MB/s%n", name, codes.size(), size / 1e6 / seconds);
    }
  }
}
