package io.suturescope.app.imports;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.Place;
import java.nio.charset.StandardCharsets;
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
    Optional<OpenedSource> opened = OpenedSource.of(source);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (OpenedSource open = opened.get()) {
      return reading.apply(open.tree());
    }
  }
}
