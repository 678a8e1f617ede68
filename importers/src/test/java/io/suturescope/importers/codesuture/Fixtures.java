package io.suturescope.importers.codesuture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The real projects and broken archives that lie beside the tests.
final class Fixtures {

  private Fixtures() {}

  static Path file(String name) {
    try {
      return Path.of(Fixtures.class.getResource("hostile-logs.zip").toURI()).resolveSibling(name);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// A copy that a test may change.
  static Path copy(String name, Path into) {
    Path copy = into.resolve(name);
    Drop.copy(file(name), copy);
    return copy;
  }
}
