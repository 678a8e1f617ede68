package io.suturescope.app.screens;

import io.suturescope.app.imports.RawRecord;
import io.suturescope.app.imports.RecordReader;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.origin.Place;
import java.util.Optional;

/// Evidence from the imported folders and archives themselves.
public final class DiskEvidence implements Evidence {

  private final RecordReader reader = new RecordReader();

  @Override
  public Optional<String> record(StoredIncident incident) {
    RawRecord record =
        reader.record(incident.source().identity(), incident.place(), incident.incident().id());
    return record instanceof RawRecord.Read(String text) ? Optional.of(text) : Optional.empty();
  }

  @Override
  public Optional<String> file(SourceIdentity source, String file) {
    return record(source, Place.wholeFile(file));
  }

  @Override
  public Optional<String> record(SourceIdentity source, Place place) {
    return reader.record(source, place, "") instanceof RawRecord.Read(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  @Override
  public Optional<Excerpt> around(
      SourceIdentity source, String path, int line, int before, int after) {
    if (line <= 0 || path.isEmpty()) {
      return Optional.empty();
    }
    int first = Math.max(1, line - before);
    return reader
        .sourceLines(source, path, first, line + after)
        .filter(found -> first + found.size() > line)
        .map(found -> new Excerpt(path, first, found));
  }
}
