package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// One reading of one project: the files, the sink, and how far it has come.
final class ProjectReading {

  /// Longest file that is read as a whole.
  static final int WHOLE_FILE_LIMIT = 128 << 20;

  private final SourceTree tree;
  private final ImportSink sink;
  private final long total;
  private long done;

  ProjectReading(SourceTree tree, ImportSink sink, long total) {
    this.tree = tree;
    this.sink = sink;
    this.total = total;
  }

  SourceTree tree() {
    return tree;
  }

  ImportSink sink() {
    return sink;
  }

  /// Counts a file as read.
  void advance(SourceFile file) {
    done += file.size();
    sink.progress(Math.min(done, total), total);
  }

  /// Tells progress inside a file that is not finished.
  void within(long bytes) {
    sink.progress(Math.min(done + bytes, total), total);
  }

  /// True when size and time say that the file is the one read before.
  boolean looksUnchanged(SourceFile file, FileKind kind) {
    Optional<FileMark> known = sink.known(file.name());
    return known.isPresent()
        && known.get().kind() == kind
        && known.get().size() == file.size()
        && known.get().modifiedMicros() == file.modifiedMicros();
  }

  void unchanged(SourceFile file) {
    sink.unchanged(file.name());
    advance(file);
  }

  /// Reads a file as a whole and hands its content on, between `begin` and `end`, unless it is the
  /// one read before.
  void whole(SourceFile file, FileKind kind, Consumer<byte[]> records) {
    boolean looksUnchanged = looksUnchanged(file, kind);
    if (looksUnchanged && !tree.fromArchive()) {
      unchanged(file);
      return;
    }
    Optional<byte[]> content = content(file);
    // File times in archives are often invented, so there the bytes decide.
    if (looksUnchanged
        && content.isPresent()
        && sink.known(file.name()).map(FileMark::check).equals(content.map(Check::of))) {
      unchanged(file);
      return;
    }
    replace(file, kind, content, records);
  }

  /// Reads a file as a whole even if it is the one read before.
  void replace(SourceFile file, FileKind kind, Optional<byte[]> content, Consumer<byte[]> records) {
    sink.begin(file.name(), ImportSink.Mode.REPLACE);
    if (content.isPresent()) {
      records.accept(content.get());
    } else {
      problem(file, "cannot be read, or is longer than " + WHOLE_FILE_LIMIT + " bytes", "");
    }
    byte[] bytes = content.orElse(new byte[0]);
    // Nothing that is computed from the key may be stored.
    long check = kind == FileKind.SECRET_KEY ? 0 : Check.of(bytes);
    sink.end(
        new FileMark(kind, file.size(), file.modifiedMicros(), bytes.length, 0, check),
        LineCounts.NONE);
    advance(file);
  }

  /// The bytes of a file, empty when it is gone, unreadable or too long.
  Optional<byte[]> content(SourceFile file) {
    Optional<InputStream> opened = tree.open(file.name());
    if (opened.isEmpty() || file.size() > WHOLE_FILE_LIMIT) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      byte[] bytes = in.readNBytes(WHOLE_FILE_LIMIT);
      return Optional.of(bytes);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  void problem(SourceFile file, String reason, String excerpt) {
    sink.problem(ImportProblem.problem(file.name(), 0, reason, excerpt));
  }

  /// What the data shows that CodeSuture itself cannot do (codesuture.md 15).
  void defect(SourceFile file, String reason, String excerpt) {
    sink.problem(ImportProblem.defect(file.name(), 0, reason, excerpt));
  }

  void warning(SourceFile file, String reason, String excerpt) {
    sink.problem(ImportProblem.warning(file.name(), 0, reason, excerpt));
  }
}
