package io.suturescope.app.imports;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.codesuture.ProjectFinder;
import io.suturescope.importers.codesuture.ProjectFinder.Found;
import io.suturescope.importers.codesuture.ProjectFinder.Source;
import io.suturescope.importers.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An imported source, opened again for reading. Slow where it is a large archive, which is
/// unpacked for it.
public final class OpenedSource implements AutoCloseable {

  private final SourceTree tree;

  private OpenedSource(SourceTree tree) {
    this.tree = tree;
  }

  /// Opens it; empty when it is not there any more, or cannot be read.
  public static Optional<OpenedSource> of(SourceIdentity source) {
    if (source.kind() == SourceIdentity.Kind.AGENT) {
      return Optional.empty();
    }
    Optional<Path> path = onDisk(source);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (source.kind() == SourceIdentity.Kind.ARCHIVE) {
      return inArchive(path.get(), source.path());
    }
    return switch (SourceTree.open(path.get())) {
      case SourceTree.Opened.Refused refused -> Optional.empty();
      case SourceTree.Opened.Tree(SourceTree whole) -> {
        // Only a part has its links resolved.
        try (whole) {
          yield Optional.of(new OpenedSource(whole.part("", true)));
        }
      }
    };
  }

  public SourceTree tree() {
    return tree;
  }

  private static Optional<OpenedSource> inArchive(Path archive, String name) {
    if (!(ProjectFinder.find(archive) instanceof Found.Sources(List<Source> sources))) {
      return Optional.empty();
    }
    Optional<SourceTree> wanted =
        sources.stream().filter(source -> source.name().equals(name)).map(Source::tree).findFirst();
    sources.stream()
        .map(Source::tree)
        .filter(tree -> !wanted.equals(Optional.of(tree)))
        .forEach(SourceTree::close);
    return wanted.map(OpenedSource::new);
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

  @Override
  public void close() {
    tree.close();
  }
}
