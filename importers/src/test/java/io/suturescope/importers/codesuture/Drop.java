package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.FileMark;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// Drops paths on the importer, and finds the files to drop.
final class Drop {

  private Drop() {}

  /// What the one source in a path gives.
  static Recorded on(Path dropped) {
    return on(dropped, Map.of());
  }

  static Recorded on(Path dropped, Map<String, FileMark> known) {
    List<Recorded> all = all(dropped, known);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " sources in " + dropped);
    }
    return all.getFirst();
  }

  static List<Recorded> all(Path dropped, Map<String, FileMark> known) {
    return switch (ProjectFinder.find(dropped)) {
      case ProjectFinder.Found.Refused(String reason) -> List.of();
      case ProjectFinder.Found.Sources(List<ProjectFinder.Source> sources) -> {
        List<Recorded> all = new ArrayList<>();
        for (ProjectFinder.Source source : sources) {
          try (SourceTree tree = source.tree()) {
            Recorded recorded = new Recorded(known);
            CodeSutureImporter.read(tree, recorded);
            all.add(recorded);
          }
        }
        yield all;
      }
    };
  }

  static String refusal(Path dropped) {
    return ProjectFinder.find(dropped) instanceof ProjectFinder.Found.Refused(String reason)
        ? reason
        : "not refused";
  }

  /// The corpus beside the project, or the end of the test when there is none.
  static Path corpus() {
    Path root =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .map(Path::of)
            .orElse(Path.of("../../shared/corpus"));
    Assumptions.assumeTrue(Files.isDirectory(root), "no corpus at " + root.toAbsolutePath());
    return root;
  }

  /// Unpacks one of our own test archives.
  static void unzip(Path zip, Path into) {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        Path target = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !target.startsWith(into)) {
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = archive.getInputStream(entry);
            OutputStream out = Files.newOutputStream(target)) {
          in.transferTo(out);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
          target.toFile().setWritable(true);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
