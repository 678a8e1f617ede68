package io.suturescope.importers.marshal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The real code objects beside these tests.
final class Samples {
  private Samples() {}

  /// `samples/py3.VERSION-NAME.marshal`, sorted.
  static List<Path> all() {
    try (Stream<Path> files = Files.list(folder("samples"))) {
      return files.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(Samples.class.getResource(name)).toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static byte[] good() {
    return bytes("hostile/M000-good.code");
  }

  static byte[] bytes(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource)) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The one-line form that the golden files of this package use.
  static String told(CodeInspection inspection) {
    return switch (inspection) {
      case CodeInspection.Unreadable(String reason, long offset) ->
          "unreadable at " + offset + " | " + reason;
      case CodeInspection.Readable readable ->
          "readable "
              + (readable.pythons().isEmpty() ? "nothing" : String.join(", ", readable.pythons()))
              + " | "
              + (readable.warnings().isEmpty()
                  ? "no warning"
                  : String.join(", ", readable.warnings()));
    };
  }
}
