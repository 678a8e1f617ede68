package io.suturescope.importers.codesuture;

import io.suturescope.model.rewind.Rewind;
import java.util.Optional;

/// Reads a rewind dump again to be shown, with its values, which no workspace keeps.
public final class RewindPlayback {

  private RewindPlayback() {}

  /// The rewind with its values, secrets and environments masked.
  ///
  /// @param bytes of the whole file
  /// @return empty when they are no rewind
  public static Optional<Rewind> masked(byte[] bytes) {
    return read(bytes, RewindValues.MASKED);
  }

  /// The rewind with its values as recorded: only for somebody who asked to see them.
  public static Optional<Rewind> revealed(byte[] bytes) {
    return read(bytes, RewindValues.REVEALED);
  }

  private static Optional<Rewind> read(byte[] bytes, RewindValues values) {
    return switch (JsonDocument.parse(bytes)) {
      case JsonDocument.Parsed.Good(Json.Obj dump, boolean _) ->
          Optional.of(new RewindDump(values).of(new Fields(dump), RewindDump.crash(dump)));
      case JsonDocument.Parsed.Good _, JsonDocument.Parsed.Bad _ -> Optional.empty();
    };
  }
}
