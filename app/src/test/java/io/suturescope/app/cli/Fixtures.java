package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Real projects and golden texts beside the tests.
final class Fixtures {

  private Fixtures() {}

  /// Root of a fixture; `shop/project` and `api` are real, the others have one thing wrong.
  static Path of(String name) {
    return resource("/fixtures/" + name);
  }

  private static Path resource(String name) {
    try {
      URL url = Objects.requireNonNull(Fixtures.class.getResource(name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Compares with a golden file; on a mismatch the actual text is written beside it.
  static void golden(String name, String actual) throws IOException {
    Path folder = resource("/golden/cli");
    Path expected = folder.resolve(name);
    Path written = folder.resolve(name + ".actual");
    Files.deleteIfExists(written);
    if (!Files.exists(expected)) {
      Files.writeString(written, actual);
      fail("no golden file; this came out: " + written);
    }
    if (!actual.equals(Files.readString(expected))) {
      Files.writeString(written, actual);
    }
    assertThat(actual).as("see %s", written).isEqualTo(Files.readString(expected));
  }

  /// Name, size, time and content of everything below a folder.
  static SortedMap<String, List<Long>> state(Path folder) throws IOException {
    SortedMap<String, List<Long>> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        CRC32 check = new CRC32();
        if (Files.isRegularFile(path)) {
          check.update(Files.readAllBytes(path));
        }
        long time = Files.getLastModifiedTime(path).toMillis();
        state.put(folder.relativize(path).toString(), List.of(time, check.getValue()));
      }
    }
    return state;
  }

  /// A private copy.
  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(path, target);
          onlyForItsOwner(target);
        }
      }
    }
    return to;
  }

  /// A checkout cannot keep the mode of a key, on which a warning depends.
  private static void onlyForItsOwner(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// @param prefix of every entry, such as `project/`
  static Path zip(Path folder, Path zip, String prefix) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        out.putNextEntry(new ZipEntry(prefix + name));
        Files.copy(path, out);
      }
    }
    return zip;
  }
}
