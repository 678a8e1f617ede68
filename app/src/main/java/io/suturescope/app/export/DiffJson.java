package io.suturescope.app.export;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/// Differences as `diff --format json` writes them (cli.md).
public final class DiffJson {

  private DiffJson() {}

  /// The property `code_objects` of the object that is being written.
  public static void codeObjects(JsonGenerator json, CodeDiff diff) {
    json.writeArrayPropertyStart("code_objects");
    for (CodeDiff.Pair pair : diff.pairs()) {
      json.writeStartObject();
      json.writeStringProperty("path", pair.path());
      json.writeArrayPropertyStart("rows");
      pair.rows().forEach(row -> row(json, row));
      json.writeEndArray();
      entries(json, "constants", pair.constants());
      entries(json, "names", pair.names());
      entries(json, "exception_table", pair.exceptionTable());
      entries(json, "flags", pair.flags());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The property `rows` of the object that is being written. Ranges of `words` count characters
  /// (Unicode code points) from 0, the end is exclusive.
  public static void rows(JsonGenerator json, TextDiff diff) {
    json.writeArrayPropertyStart("rows");
    for (TextRow row : diff.rows()) {
      json.writeStartObject();
      json.writeStringProperty("op", row.change().word());
      line(json, "left", row.left(), diff.left());
      line(json, "right", row.right(), diff.right());
      json.writeObjectPropertyStart("words");
      words(json, "left", row.left(), diff.left(), row.leftWords());
      words(json, "right", row.right(), diff.right(), row.rightWords());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void row(JsonGenerator json, CodeDiff.Row row) {
    json.writeStartObject();
    json.writeStringProperty("op", row.change().word());
    instruction(json, "left", row.left());
    instruction(json, "right", row.right());
    if (row.block().isPresent()) {
      json.writeNumberProperty("block", row.block().getAsInt());
    }
    json.writeEndObject();
  }

  private static void instruction(
      JsonGenerator json, String name, Optional<Instruction> instruction) {
    json.writeName(name);
    if (instruction.isPresent()) {
      ListingJson.instruction(json, instruction.get());
    } else {
      json.writeNull();
    }
  }

  /// Both sides as text; null on the side where there is none.
  private static void entries(JsonGenerator json, String name, List<CodeDiff.Entry> entries) {
    json.writeArrayPropertyStart(name);
    for (CodeDiff.Entry entry : entries) {
      json.writeStartObject();
      json.writeStringProperty("op", entry.change().word());
      text(json, "left", entry.left(), entry.change() == Change.ADDED);
      text(json, "right", entry.right(), entry.change() == Change.REMOVED);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String text, boolean absent) {
    if (absent) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }

  private static void line(JsonGenerator json, String name, OptionalInt index, List<String> lines) {
    if (index.isPresent()) {
      json.writeStringProperty(name, lines.get(index.getAsInt()));
    } else {
      json.writeNullProperty(name);
    }
  }

  private static void words(
      JsonGenerator json,
      String name,
      OptionalInt index,
      List<String> lines,
      List<TextRow.Range> words) {
    json.writeArrayPropertyStart(name);
    if (index.isPresent()) {
      String line = lines.get(index.getAsInt());
      int at = 0;
      int characters = 0;
      for (TextRow.Range word : words) {
        characters += line.codePointCount(at, word.from());
        int size = line.codePointCount(word.from(), word.to());
        json.writeStartArray();
        json.writeNumber(characters);
        json.writeNumber(characters + size);
        json.writeEndArray();
        characters += size;
        at = word.to();
      }
    }
    json.writeEndArray();
  }
}
