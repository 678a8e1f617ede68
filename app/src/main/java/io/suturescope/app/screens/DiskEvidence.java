package io.suturescope.app.screens;

import io.suturescope.app.imports.RawRecord;
import io.suturescope.app.imports.RecordReader;
import io.suturescope.app.store.StoredIncident;
import java.util.List;
import java.util.Optional;

/// Evidence from the imported folders and archives themselves.
public final class DiskEvidence implements Evidence {

  private final RecordReader reader = new RecordReader();

  @Override
  public Optional<String> record(StoredIncident incident) {
    RawRecord record =
        reader.record(
            incident.source().identity(), incident.place(), incident.incident().id());
    return record instanceof RawRecord.Read(String text) ? Optional.of(text) : Optional.empty();
  }

  @Override
  public Optional<Excerpt> around(StoredIncident incident, int before, int after) {
    int line = incident.incident().lineNumber();
    String file = incident.incident().filePath();
    if (line <= 0 || file.isEmpty()) {
      return Optional.empty();
    }
    int first = Math.max(1, line - before);
    Optional<List<String>> lines =
        reader.sourceLines(incident.source().identity(), file, first, line + after);
    return lines
        .filter(found -> first + found.size() > line)
        .map(found -> new Excerpt(file, first, found));
  }
}
