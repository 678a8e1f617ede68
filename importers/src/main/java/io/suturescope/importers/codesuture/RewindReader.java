package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.Place;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindEvent;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads a rewind dump (codesuture.md 11). The values in it leave this class as kind and size only.
final class RewindReader {

  private static final Pattern USUAL_NAME = Pattern.compile("rewind_.+_\\d{8}_\\d{6}\\.json");
  private static final int VARIABLES_LIMIT = 200;
  private static final int NAME_LIMIT = 200;

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
    Json.Obj crash =
        dump.get("crash_info").orElse(null) instanceof Json.Obj info
            ? info
            : new Json.Obj(java.util.Map.of(), java.util.Set.of(), dump.raw());
    if (crash.members().isEmpty()) {
      fields.odd("crash_info is missing or no object");
    }
    List<RewindEvent> events = new ArrayList<>();
    int total = events(fields, events);
    Rewind rewind =
        new Rewind(
            fields.text("function"),
            fields.time("timestamp"),
            crash.text("exception_type"),
            crash.text("exception_message"),
            crash.text("guard_type"),
            crash.text("target_variable"),
            events,
            total);
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

  private static int events(Fields fields, List<RewindEvent> events) {
    Optional<Json> value = fields.get("timeline");
    if (!(value.orElse(null) instanceof Json.Arr(List<Json> items, Json.Raw raw))) {
      fields.odd("timeline is not a list");
      return 0;
    }
    int unusable = 0;
    for (Json item : items) {
      if (!(item instanceof Json.Obj event)) {
        unusable++;
      } else if (events.size() < Rewind.EVENT_LIMIT) {
        events.add(event(event));
      }
    }
    if (unusable > 0) {
      fields.odd(unusable + " of its events are no objects and were left out");
    }
    if (items.size() - unusable > Rewind.EVENT_LIMIT) {
      fields.odd("only the first " + Rewind.EVENT_LIMIT + " of its events are read");
    }
    return items.size();
  }

  private static RewindEvent event(Json.Obj event) {
    return new RewindEvent(
        event.get("timestamp").orElse(null) instanceof Json.Num number
            ? finite(number.value())
            : OptionalDouble.empty(),
        event.text("event"),
        event.text("function"),
        event.text("module"),
        event.get("lineno").orElse(null) instanceof Json.Num number
            ? number.whole().filter(line -> line > 0).orElse(0)
            : 0,
        variables(event, "args"),
        variables(event, "locals"),
        event.get("return_value").map(RewindReader::returned).orElse(""),
        exceptionType(event.text("exception")));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String returned(Json value) {
    return value instanceof Json.Null ? "" : ValueShape.of(value);
  }

  /// The message of an exception may hold a value, its type does not.
  private static String exceptionType(String exception) {
    int colon = exception.indexOf(':');
    String type = colon < 0 ? exception : exception.substring(0, colon);
    return type.substring(0, Math.min(type.length(), NAME_LIMIT));
  }

  private static List<MaskedVariable> variables(Json.Obj event, String name) {
    List<MaskedVariable> variables = new ArrayList<>();
    if (event.get(name).orElse(null) instanceof Json.Obj values) {
      values
          .members()
          .forEach((variable, value) -> {
            if (variables.size() < VARIABLES_LIMIT) {
              variables.add(
                  new MaskedVariable(
                      variable.substring(0, Math.min(variable.length(), NAME_LIMIT)),
                      ValueShape.of(value)));
            }
          });
    }
    return variables;
  }
}
