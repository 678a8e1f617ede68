package io.suturescope.importers.codesuture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the fields of one object tolerantly: what is missing or of a wrong kind is noted and gets
/// a default, and its recorded text is kept.
final class Fields {

  private final Json.Obj object;
  private final Map<String, String> asRecorded = new LinkedHashMap<>();
  private final List<String> oddities = new ArrayList<>();

  Fields(Json.Obj object) {
    this.object = object;
    object.doubled().forEach(name -> odd(name + " stands twice; the last one counts"));
  }

  Optional<Json> get(String name) {
    return object.get(name);
  }

  /// A text that must be there.
  String text(String name) {
    if (object.get(name).isEmpty()) {
      odd(name + " is missing");
      return "";
    }
    return optionalText(name);
  }

  /// A text that may be missing or null.
  String optionalText(String name) {
    return switch (object.get(name).orElse(new Json.Null(object.raw()))) {
      case Json.Text(String value, Json.Raw raw) -> value;
      case Json.Null n -> object.get(name).isPresent() ? unusable(name, "is null") : "";
      case Json other -> unusable(name, "is " + Json.kind(other) + ", not a text");
    };
  }

  private String unusable(String name, String why) {
    object.get(name).ifPresent(value -> asRecorded.put(name, value.raw().text()));
    odd(name + " " + why);
    return "";
  }

  Optional<Instant> time(String name) {
    if (object.get(name).isEmpty()) {
      odd(name + " is missing");
      return Optional.empty();
    }
    if (!(object.get(name).get() instanceof Json.Text(String text, Json.Raw raw))) {
      unusable(name, "is not a time");
      return Optional.empty();
    }
    Optional<Instant> time = RecordedTime.parse(text);
    if (time.isEmpty()) {
      unusable(name, "is not a time");
    } else if (!RecordedTime.isPlausible(time.get())) {
      unusable(name, "is far from any likely time");
    }
    return time;
  }

  /// Notes a time that is readable but not written the way CodeSuture writes it.
  void usualTime(String name) {
    if (object.get(name).orElse(null) instanceof Json.Text(String text, Json.Raw raw)
        && RecordedTime.parse(text).isPresent()
        && !RecordedTime.isUsualForm(text)) {
      unusable(name, "is not written as CodeSuture writes times");
    }
  }

  /// A whole number from 0.
  Optional<Integer> whole(String name) {
    if (object.get(name).isEmpty()) {
      odd(name + " is missing");
      return Optional.empty();
    }
    Optional<Integer> value =
        object.get(name).get() instanceof Json.Num number ? number.whole() : Optional.empty();
    if (value.isEmpty() || value.get() < 0) {
      unusable(name, "is not a usable whole number");
    }
    return value.filter(number -> number >= 0);
  }

  /// JSON text of any value, `null` when it is missing.
  String raw(String name) {
    if (object.get(name).isEmpty()) {
      odd(name + " is missing");
      return "null";
    }
    return object.get(name).get().raw().text();
  }

  /// Keeps all fields that are not known.
  void rest(Set<String> known) {
    object
        .members()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            asRecorded.put(name, value.raw().text());
            odd(name + " is not a field CodeSuture 1.1.0 writes");
          }
        });
  }

  void odd(String what) {
    oddities.add(what);
  }

  boolean isOdd() {
    return !oddities.isEmpty();
  }

  String reason() {
    return String.join("; ", oddities);
  }

  Map<String, String> asRecorded() {
    return asRecorded;
  }

  String excerpt() {
    return object.raw().excerpt();
  }
}
