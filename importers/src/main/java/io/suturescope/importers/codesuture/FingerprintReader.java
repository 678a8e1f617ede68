package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.origin.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `.codesuture_fingerprints` (codesuture.md 11). It is only a registry: whatever is wrong
/// with it is a warning.
final class FingerprintReader {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
  private static final Set<String> KNOWN =
      Set.of(
          "guard_type",
          "target",
          "error_type",
          "default_value",
          "key_name",
          "first_seen",
          "hit_count",
          "functions");
  private static final String TORN =
      "fingerprint registry unreadable: from now on every crash in this program turns into a"
          + " JSONDecodeError";

  private final ProjectReading reading;
  private final SourceFile file;

  FingerprintReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    switch (JsonDocument.parse(bytes)) {
      case JsonDocument.Parsed.Bad(String reason) ->
          reading.warning(file, TORN + " (" + reason + ")", Utf8.excerpt(bytes));
      case JsonDocument.Parsed.Good(Json.Obj entries, boolean bom) -> {
        if (bom) {
          reading.warning(file, "begins with a byte order mark, on which CodeSuture fails", "");
        }
        entries.members().forEach(this::entry);
      }
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          reading.warning(
              file, "not a fingerprint registry: " + Json.kind(other), Utf8.excerpt(bytes));
    }
  }

  private void entry(String fingerprint, Json value) {
    if (!(value instanceof Json.Obj object)) {
      reading.warning(
          file, "an entry is " + Json.kind(value) + " and was left out", value.raw().text());
      return;
    }
    Fields fields = new Fields(object);
    FingerprintEntry entry =
        new FingerprintEntry(
            fingerprint,
            fields.text("guard_type"),
            fields.text("target"),
            fields.text("error_type"),
            fields.raw("default_value"),
            fields.raw("key_name"),
            fields.time("first_seen"),
            functions(fields));
    fields.whole("hit_count");
    fields.rest(KNOWN);
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      fields.odd("its key is not a fingerprint");
    }
    Json.Raw raw = object.raw();
    reading.sink().fingerprint(entry, new Place(file.name(), 0, raw.from(), raw.length()));
    if (fields.isOdd()) {
      reading.warning(file, "fingerprint kept, but " + fields.reason(), fields.excerpt());
    }
  }

  private static List<String> functions(Fields fields) {
    Optional<Json> value = fields.get("functions");
    List<String> names = new ArrayList<>();
    if (!(value.orElse(null) instanceof Json.Arr(List<Json> items, Json.Raw raw))) {
      fields.odd("functions is not a list");
      return names;
    }
    for (Json item : items) {
      if (item instanceof Json.Text(String name, Json.Raw ignored)) {
        names.add(name);
      } else {
        fields.odd("functions holds " + Json.kind(item));
      }
    }
    return names;
  }
}
