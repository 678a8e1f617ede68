package io.suturescope.importers.codesuture;

import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindEvent;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Turns the JSON of a rewind dump into a rewind (codesuture.md 11).
final class RewindDump {

  private static final int VARIABLES_LIMIT = 200;
  private static final int NAME_LIMIT = 200;

  private final RewindValues values;

  /// @param values what is taken of every value
  RewindDump(RewindValues values) {
    this.values = values;
  }

  /// What the dump says of the crash; without members when it says nothing usable.
  static Json.Obj crash(Json.Obj dump) {
    return dump.get("crash_info").orElse(null) instanceof Json.Obj info
        ? info
        : new Json.Obj(Map.of(), Set.of(), dump.raw());
  }

  /// @param fields of the dump, which note what is odd
  Rewind of(Fields fields, Json.Obj crash) {
    List<RewindEvent> events = new ArrayList<>();
    int total = events(fields, events);
    String message = crash.text("exception_message");
    return new Rewind(
        fields.text("function"),
        fields.time("timestamp"),
        crash.text("exception_type"),
        values == RewindValues.REVEALED ? message : Redaction.masked(message),
        crash.text("guard_type"),
        crash.text("target_variable"),
        events,
        total);
  }

  private int events(Fields fields, List<RewindEvent> events) {
    if (!(fields.get("timeline").orElse(null)
        instanceof Json.Arr(List<Json> items, Json.Raw raw))) {
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

  private RewindEvent event(Json.Obj event) {
    String exception = values.exception(event.text("exception"));
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
        event.get("return_value").map(value -> returned(event, value)).orElse(""),
        values == RewindValues.SHAPES ? cut(exception) : exception);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// What a function gives is masked by the name of the function: `get_token` gives a token.
  private String returned(Json.Obj event, Json value) {
    return value instanceof Json.Null ? "" : values.of(event.text("function"), value);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), NAME_LIMIT));
  }

  private List<MaskedVariable> variables(Json.Obj event, String name) {
    List<MaskedVariable> variables = new ArrayList<>();
    if (event.get(name).orElse(null) instanceof Json.Obj recorded) {
      recorded
          .members()
          .forEach((variable, value) -> {
            if (variables.size() < VARIABLES_LIMIT) {
              variables.add(new MaskedVariable(cut(variable), values.of(variable, value)));
            }
          });
    }
    return variables;
  }
}
