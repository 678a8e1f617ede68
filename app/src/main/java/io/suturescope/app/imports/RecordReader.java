package io.suturescope.app.imports;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.codesuture.ProjectFinder;
import io.suturescope.importers.codesuture.ProjectFinder.Found;
import io.suturescope.importers.codesuture.ProjectFinder.Source;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads single records and source lines again, from the source they were imported from. Opens
/// nothing outside that source, and writes nothing.
///
/// Slow where the source is a large archive, which is unpacked for it: not for the UI thread.
public final class RecordReader {

  /// Reads one record again.
  ///
  /// @param evidence text that the record must contain if it is still the same, such as an incident
  ///   id; empty when there is none
  public RawRecord record(SourceIdentity source, Place place, String evidence) {
    return with(source, tree -> Optional.of(read(tree, place, evidence)))
        .orElseGet(RawRecord.Gone::new);
  }

  /// Lines of the Python file that a record names, found by the longest ending of that path that
  /// exists inside the source (codesuture.md 3).
  ///
  /// @param from first line, from 1
  /// @param to last line, included
  public Optional<List<String>> sourceLines(
      SourceIdentity source, String recordedPath, int from, int to) {
    return with(source, tree -> tree.sourceLines(recordedPath, from, to));
  }

  private static RawRecord read(SourceTree tree, Place place, String evidence) {
    if (tree.file(place.file()).isEmpty()) {
      return new RawRecord.Gone();
    }
    byte[] bytes = tree.bytes(place);
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean whole = place.length() == 0 || bytes.length == place.length();
    return whole && text.contains(evidence) ? new RawRecord.Read(text) : new RawRecord.Changed();
  }

  private static <T> Optional<T> with(
      SourceIdentity source, Function<SourceTree, Optional<T>> reading) {
    Optional<Path> path = onDisk(source);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (source.kind() == SourceIdentity.Kind.ARCHIVE) {
      return inArchive(path.get(), source.path(), reading);
    }
    return switch (SourceTree.open(path.get())) {
      case SourceTree.Opened.Refused refused -> Optional.empty();
      case SourceTree.Opened.Tree(SourceTree tree) -> {
        try (tree) {
          yield reading.apply(tree);
        }
      }
    };
  }

  private static <T> Optional<T> inArchive(
      Path archive, String name, Function<SourceTree, Optional<T>> reading) {
    if (!(ProjectFinder.find(archive) instanceof Found.Sources(List<Source> sources))) {
      return Optional.empty();
    }
    try {
      return sources.stream()
          .filter(source -> source.name().equals(name))
          .findFirst()
          .flatMap(source -> reading.apply(source.tree()));
    } finally {
      sources.forEach(source -> source.tree().close());
    }
  }

  /// The path of a source in an archive goes on inside the archive.
  private static Optional<Path> onDisk(SourceIdentity source) {
    try {
      Path path = Path.of(source.path());
      if (source.kind() != SourceIdentity.Kind.ARCHIVE) {
        return Optional.of(path).filter(Files::exists);
      }
      for (Path part = path; part != null; part = part.getParent()) {
        if (Files.isRegularFile(part)) {
          return Optional.of(part);
        }
      }
      return Optional.empty();
    } catch (InvalidPathException notOfThisSystem) {
      return Optional.empty();
    }
  }
}
