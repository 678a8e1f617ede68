package io.suturescope.importers.marshal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// The corpus of real and hostile files, which lies beside the project and not in it.
public record Corpus(Path root) {
  /// The corpus, or the end of the test when there is none.
  public static Corpus orSkip() {
    Path root =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .map(Path::of)
            .orElse(Path.of("../../shared/corpus"));
    Assumptions.assumeTrue(Files.isDirectory(root), "no corpus at " + root.toAbsolutePath());
    return new Corpus(root);
  }

  public Path file(String relative) {
    return root.resolve(relative);
  }

  /// The files in a zip whose names end so, by name.
  public Map<String, byte[]> zipped(String relative, String ending) {
    Map<String, byte[]> found = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file(relative).toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      for (ZipEntry entry : Collections.list(entries)) {
        if (!entry.isDirectory() && entry.getName().endsWith(ending)) {
          try (InputStream content = zip.getInputStream(entry)) {
            found.put(entry.getName(), content.readAllBytes());
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }
}
