package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads lifecycle.json (codesuture.md 5), entry by entry, so that one bad entry costs no other.
final class LifecycleReader {

  private static final Set<String> KNOWN =
      Set.of(
          "patch_id",
          "function_name",
          "module",
          "guard_type",
          "current_state",
          "created_at",
          "updated_at",
          "ttl_days",
          "transitions");

  private final ProjectReading reading;
  private final SourceFile file;

  LifecycleReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    if (Utf8.isBlank(bytes, 0, bytes.length)) {
      reading.warning(file, "empty: no lifecycle", "");
      return;
    }
    switch (JsonDocument.parse(bytes)) {
      case JsonDocument.Parsed.Bad(String reason) ->
          reading.problem(file, reason, Utf8.excerpt(bytes));
      case JsonDocument.Parsed.Good(Json.Obj entries, boolean bom) -> {
        if (bom) {
          reading.warning(file, "begins with a byte order mark, on which CodeSuture fails", "");
        }
        entries
            .doubled()
            .forEach(key -> reading.warning(file, "an entry stands twice; the last counts", key));
        entries.members().forEach(this::entry);
      }
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          reading.problem(
              file,
              "not a lifecycle: " + Json.kind(other) + ", not an object",
              Utf8.excerpt(bytes));
    }
  }

  private void entry(String key, Json value) {
    if (!(value instanceof Json.Obj object)) {
      reading.problem(
          file,
          "quarantined: an entry is "
              + Json.kind(value)
              + " (CodeSuture loses all entries after it)",
          key + ": " + value.raw().text());
      return;
    }
    Fields fields = new Fields(object);
    LifecycleEntry entry = entry(key, fields);
    judge(entry, fields);
    Json.Raw raw = object.raw();
    reading.sink().lifecycle(entry, new Place(file.name(), 0, raw.from(), raw.length()));
    if (fields.isOdd()) {
      reading
          .sink()
          .problem(
              ImportProblem.warning(
                  file.name(),
                  0,
                  "entry " + shown(key) + ": " + fields.reason(),
                  fields.excerpt()));
    }
  }

  private static String shown(String key) {
    return key.length() > 120 ? key.substring(0, 120) + "…" : key;
  }

  private static LifecycleEntry entry(String key, Fields fields) {
    String id = fields.text("patch_id");
    if (!id.equals(key) && !id.isEmpty()) {
      fields.odd("patch_id is not the key; the key decides");
    }
    LifecycleEntry entry =
        new LifecycleEntry(
            key,
            fields.text("module"),
            fields.text("function_name"),
            fields.text("guard_type"),
            state(fields),
            fields.time("created_at"),
            fields.time("updated_at"),
            fields.whole("ttl_days"),
            transitions(fields),
            Map.of());
    fields.rest(KNOWN);
    return new LifecycleEntry(
        key,
        entry.module(),
        entry.function(),
        entry.guardType(),
        entry.recordedState(),
        entry.createdAt(),
        entry.updatedAt(),
        entry.ttlDays(),
        entry.transitions(),
        fields.asRecorded());
  }

  /// A state that is no text is shown as it was recorded.
  private static String state(Fields fields) {
    String text = fields.text("current_state");
    return text.isEmpty() ? fields.asRecorded().getOrDefault("current_state", "") : text;
  }

  private static List<Transition> transitions(Fields fields) {
    Optional<Json> value = fields.get("transitions");
    if (!(value.orElse(null) instanceof Json.Arr(List<Json> items, Json.Raw raw))) {
      fields.odd(value.isEmpty() ? "transitions is missing" : "transitions is not a list");
      return List.of();
    }
    List<Transition> transitions = new ArrayList<>();
    int odd = 0;
    for (Json item : items) {
      if (item instanceof Json.Obj step) {
        transitions.add(
            new Transition(
                step.text("from"),
                step.text("to"),
                RecordedTime.parse(step.text("at")),
                step.text("reason")));
        odd += step.text("from").isEmpty() || step.text("to").isEmpty() ? 1 : 0;
      } else {
        odd++;
      }
    }
    if (odd > 0) {
      fields.asRecorded().put("transitions", raw.text());
      fields.odd(odd + " of its transitions are incomplete or no transitions");
    }
    return transitions;
  }

  private static void judge(LifecycleEntry entry, Fields fields) {
    if (entry.state() == PatchState.UNKNOWN) {
      fields.odd(
          "unknown state " + entry.recordedState() + " (CodeSuture loses all entries after it)");
    }
    if (entry.function().indexOf(':') >= 0) {
      fields.odd("the function name holds colons, so the id cannot be split; the fields decide");
    }
    Optional<Instant> created = entry.createdAt();
    if (created.isPresent()
        && entry.updatedAt().isPresent()
        && entry.updatedAt().get().isBefore(created.get())) {
      fields.odd("updated_at is before created_at");
    }
    judgeChain(entry, fields);
  }

  /// The alarms of codesuture.md 5; all other orders happen.
  private static void judgeChain(LifecycleEntry entry, Fields fields) {
    String before = "";
    for (Transition step : entry.transitions()) {
      if (step.to().equals(PatchState.DETECTED.word())) {
        fields.odd("goes back to detected");
      }
      if (!step.to().isEmpty() && PatchState.ofRecorded(step.to()) == PatchState.UNKNOWN) {
        fields.odd("a transition leads to an unknown state");
      }
      if (!before.isEmpty() && !step.from().isEmpty() && !before.equals(step.from())) {
        fields.odd("a transition does not start where the one before ended");
      }
      before = step.to();
    }
    if (!before.isEmpty() && !before.equals(entry.recordedState())) {
      fields.odd("current_state is not where the last transition led; current_state decides");
    }
  }
}
