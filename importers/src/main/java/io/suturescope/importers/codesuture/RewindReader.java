package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.Place;
import io.suturescope.model.rewind.Rewind;
import java.util.regex.Pattern;

/// Reads a rewind dump (codesuture.md 11). The values in it leave this class as kind and size only;
/// {@link RewindPlayback} reads it again to be shown.
final class RewindReader {

  private static final Pattern USUAL_NAME = Pattern.compile("rewind_.+_\\d{8}_\\d{6}\\.json");

  private final ProjectReading reading;
  private final SourceFile file;

  RewindReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    switch (JsonDocument.parse(bytes)) {
      // No excerpt: whatever can be seen of a dump may be a secret.
      case JsonDocument.Parsed.Bad(String reason) -> reading.problem(file, reason, "");
      case JsonDocument.Parsed.Good(Json.Obj dump, boolean bom) -> dump(dump, bom);
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          reading.problem(file, "not a rewind: " + Json.kind(other), "");
    }
  }

  private void dump(Json.Obj dump, boolean bom) {
    Fields fields = new Fields(dump);
    Json.Obj crash = RewindDump.crash(dump);
    if (crash.members().isEmpty()) {
      fields.odd("crash_info is missing or no object");
    }
    Rewind rewind = new RewindDump(RewindValues.SHAPES).of(fields, crash);
    reading.sink().rewind(rewind, Place.wholeFile(file.name()));
    if (bom) {
      fields.odd("begins with a byte order mark");
    }
    if (!USUAL_NAME.matcher(file.baseName()).matches()) {
      fields.odd("its file name holds no function and time");
    }
    if (fields.isOdd()) {
      reading.warning(file, "rewind kept, but " + fields.reason(), "");
    }
  }
}
