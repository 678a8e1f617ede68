package io.suturescope.app.export;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/// One value of a row, whatever the format it will be printed in.
public sealed interface Cell {

  record Text(String value) implements Cell {}

  record Whole(long value) implements Cell {}

  record Flag(boolean value) implements Cell {}

  record Texts(List<String> values) implements Cell {}

  /// JSON text as it was recorded.
  record Recorded(String json) implements Cell {}

  record Absent() implements Cell {}

  /// Empty text stands for nothing.
  static Cell orAbsent(String text) {
    return text.isEmpty() ? new Absent() : new Text(text);
  }

  /// As JSON.
  default void write(JsonGenerator json) {
    switch (this) {
      case Text(String value) -> json.writeString(value);
      case Whole(long value) -> json.writeNumber(value);
      case Flag(boolean value) -> json.writeBoolean(value);
      case Texts(List<String> values) -> {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
      }
      case Recorded(String text) -> JsonOut.recorded(json, text);
      case Absent() -> json.writeNull();
    }
  }

  /// As text.
  default String plain() {
    return switch (this) {
      case Text(String value) -> value;
      case Whole(long value) -> Long.toString(value);
      case Flag(boolean value) -> Boolean.toString(value);
      case Texts(List<String> values) -> String.join("\n", values);
      case Recorded(String text) -> JsonOut.plain(text);
      case Absent() -> "";
    };
  }
}
