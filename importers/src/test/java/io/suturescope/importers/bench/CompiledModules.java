package io.suturescope.importers.bench;

import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.marshal.PycFile;
import io.suturescope.model.bytecode.PyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The code of all `.pyc` files below a folder, in memory.
@State(Scope.Benchmark)
public class CompiledModules {
  /// Where the files are.
  @Param("")
  public String folder = "";

  final List<byte[]> codes = new ArrayList<>();
  final List<PyCode> roots = new ArrayList<>();
  String python = "";

  /// Reads the files, in the order of their names.
  @Setup
  public void read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pyc")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Optional<String> made = PycFile.of(bytes).flatMap(PycFile::python);
        byte[] code = Arrays.copyOfRange(bytes, PycFile.HEADER, bytes.length);
        if (made.isPresent()
            && CodeInspector.inspect(code) instanceof CodeInspection.Readable readable) {
          python = made.get();
          codes.add(code);
          roots.add(readable.root());
        }
      }
    }
  }

  long size() {
    return codes.stream().mapToLong(code -> code.length).sum();
  }
}
