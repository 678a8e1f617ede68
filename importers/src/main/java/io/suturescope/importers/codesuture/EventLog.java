package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.origin.Place;
import java.util.Optional;
import java.util.Set;

/// The records of one event log, written by `run --log` (codesuture.md 11).
final class EventLog implements LogReader.Records {

  private static final Set<String> KNOWN =
      Set.of(
          "timestamp",
          "function",
          "filename",
          "lineno",
          "exception",
          "strategy",
          "var_name",
          "default",
          "thread",
          "action",
          "error");

  private final ImportSink sink;
  private long failed;
  private boolean tupleFailure;

  EventLog(ImportSink sink) {
    this.sink = sink;
  }

  /// Patches that failed.
  long failed() {
    return failed;
  }

  /// True when one failed in the way that only Python 3.12 and later show.
  boolean failedAsOnNewPythons() {
    return tupleFailure;
  }

  @Override
  public Optional<String> record(byte[] bytes, int from, int to, Place place) {
    return switch (JsonDocument.parse(bytes, from, to)) {
      case JsonDocument.Parsed.Bad(String reason) -> Optional.of(reason);
      case JsonDocument.Parsed.Good(Json.Obj event, boolean bom) -> {
        event(new Fields(event), bom, place);
        yield Optional.empty();
      }
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          Optional.of("not an event: " + Json.kind(other));
    };
  }

  private void event(Fields fields, boolean bom, Place place) {
    PatchEvent event =
        new PatchEvent(
            fields.time("timestamp"),
            fields.text("function"),
            fields.text("filename"),
            fields.whole("lineno").orElse(0),
            exceptionType(fields.text("exception")),
            fields.text("strategy"),
            fields.text("var_name"),
            fields.text("default"),
            fields.text("action"),
            fields.optionalText("error"));
    fields.rest(KNOWN);
    sink.event(event, place);
    if (event.action().equals("failed")) {
      failed++;
      tupleFailure |= event.error().contains("argument must be a tuple");
    }
    if (bom) {
      fields.odd("begins with a byte order mark");
    }
    if (fields.isOdd()) {
      sink.problem(
          ImportProblem.warning(place.file(), place.line(), fields.reason(), fields.excerpt()));
    }
  }

  /// `KeyError: 'ean'` without its message.
  private static String exceptionType(String exception) {
    int colon = exception.indexOf(':');
    return colon < 0 ? exception : exception.substring(0, colon);
  }
}
