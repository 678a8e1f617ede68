package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.model.origin.Place;
import java.util.List;
import java.util.Optional;

/// Reads learned_rules.json (codesuture.md 11): text to show, never to run.
final class LearnedRulesReader {

  private final ProjectReading reading;
  private final SourceFile file;

  LearnedRulesReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    switch (JsonDocument.parse(bytes)) {
      case JsonDocument.Parsed.Bad(String reason) ->
          reading.problem(file, reason, Utf8.excerpt(bytes));
      case JsonDocument.Parsed.Good(Json.Arr(List<Json> rules, Json.Raw raw), boolean bom) -> {
        if (bom) {
          reading.warning(file, "begins with a byte order mark, on which CodeSuture fails", "");
        }
        rules.forEach(this::rule);
      }
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          reading.problem(
              file, "not a list of learned rules: " + Json.kind(other), Utf8.excerpt(bytes));
    }
  }

  private void rule(Json value) {
    if (!(value instanceof Json.Obj object)) {
      reading.problem(file, "a rule is " + Json.kind(value), value.raw().text());
      return;
    }
    Optional<Json> name = object.get("func_name");
    Json.Raw raw = object.raw();
    reading
        .sink()
        .learnedRule(
            new LearnedRule(
                object.text("func_name"),
                object.text("exc_type_name"),
                object.text("exc_message"),
                object.text("new_source")),
            new Place(file.name(), 0, raw.from(), raw.length()));
    if (name.isEmpty()) {
      reading.defect(
          file,
          "a learned rule has no func_name, which stops codesuture run with KeyError before the"
              + " script starts",
          raw.text());
    } else if (object.text("func_name").isEmpty()) {
      reading.warning(file, "a learned rule has a func_name that is no text", raw.text());
    }
  }
}
