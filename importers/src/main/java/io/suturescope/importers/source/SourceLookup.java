package io.suturescope.importers.source;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the source file that a record of another machine talks of.
final class SourceLookup {

  private static final int SIZE_LIMIT = 16 << 20;
  private static final int PARTS_LIMIT = 64;
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]+");

  private final SourceTree tree;
  private final Optional<Path> folder;

  SourceLookup(SourceTree tree, Optional<Path> folder) {
    this.tree = tree;
    this.folder = folder;
  }

  Optional<List<String>> lines(String recordedPath, int from, int to) {
    return file(recordedPath).map(file -> file.lines(from, to));
  }

  Optional<SourceText> file(String recordedPath) {
    List<String> parts = new ArrayList<>();
    for (String part : SEPARATORS.split(recordedPath, -1)) {
      if (part.equals("..") || part.endsWith(":")) {
        parts.clear();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.size() > PARTS_LIMIT || parts.isEmpty() || !parts.getLast().endsWith(".py")) {
      return Optional.empty();
    }
    for (int first = 0; first < parts.size(); first++) {
      String suffix = String.join("/", parts.subList(first, parts.size()));
      Optional<byte[]> found = folder.isPresent() ? onDisk(folder.get(), suffix) : listed(suffix);
      if (found.isPresent()) {
        return Optional.of(SourceText.of(suffix, Bytes.copyOf(found.get())));
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> listed(String name) {
    return tree.open(name).flatMap(SourceLookup::read);
  }

  private static Optional<byte[]> onDisk(Path root, String name) {
    try {
      Path real = root.resolve(name).toRealPath();
      if (!real.startsWith(root.toRealPath()) || !Files.isRegularFile(real)) {
        return Optional.empty();
      }
      return read(Files.newInputStream(real));
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> read(InputStream opened) {
    try (InputStream in = opened) {
      return Optional.of(in.readNBytes(SIZE_LIMIT));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
