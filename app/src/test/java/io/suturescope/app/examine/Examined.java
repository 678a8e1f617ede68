package io.suturescope.app.examine;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A workspace in which sources were imported, and what examining its patches gives.
final class Examined implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  final IncidentStore store;
  private final Clock clock;

  Examined(Path folder, Instant now, Path... sources) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    Path file = folder.resolve("examined.suturescope");
    if (!(IncidentStore.open(file, clock) instanceof Opening.Ready(IncidentStore opened))) {
      throw new AssertionError("no workspace at " + file);
    }
    store = opened;
    importing(sources);
  }

  void importing(Path... sources) {
    new ImportJob(store).run(List.of(sources), _ -> {});
  }

  List<PatchRow> rows() {
    return store.reading().patches(IncidentQuery.ALL);
  }

  List<Examination> all() {
    List<Examination> all = new ArrayList<>();
    new PatchExaminer(store.reading(), clock).examine(rows(), all::add);
    return all;
  }

  Examination one(String id) {
    PatchRow row = rows().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return new PatchExaminer(store.reading(), clock).examine(row);
  }

  /// A private copy of a fixture, whose key is for its owner only: a checkout cannot keep that.
  static Path fixture(String name, Path into) throws IOException {
    try {
      Path from =
          Path.of(Objects.requireNonNull(Examined.class.getResource("/fixtures/" + name)).toURI());
      try (Stream<Path> all = Files.walk(from)) {
        for (Path path : (Iterable<Path>) all::iterator) {
          Path target = into.resolve(from.relativize(path).toString());
          if (Files.isDirectory(path)) {
            Files.createDirectories(target);
          } else {
            Files.copy(path, target);
            mode(target, "rw-------");
          }
        }
      }
      return into;
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void mode(Path file, String mode) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  static Path corpus() {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    Path corpus = Path.of(named);
    Assumptions.assumeTrue(
        Files.isDirectory(corpus.resolve("stores")), "no corpus beside the project's checkout");
    return corpus;
  }

  @Override
  public void close() {
    store.close();
  }
}
