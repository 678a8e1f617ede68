package io.suturescope.app.export;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyCode;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/// Listings as `dis --format json` writes them (cli.md), one writer a file.
///
/// A file may share one huge name between thousands of code objects: after a hundred million
/// characters of names, the rest of them is shortened.
public final class ListingJson {

  private static final long CHARACTERS = 100_000_000;
  private static final int SHORT_TEXT = 200;
  private static final int SHORT_LIST = 10;

  private final JsonGenerator json;
  private long characters = CHARACTERS;

  public ListingJson(JsonGenerator json) {
    this.json = json;
  }

  /// One code object with its fields, handlers and instructions; `cut` only when the listing ends
  /// early.
  public void code(CodeListing listing) {
    PyCode code = listing.code();
    json.writeStartObject();
    json.writeStringProperty("path", listing.path());
    text("co_name", code.name());
    text("co_qualname", code.qualname());
    text("co_filename", code.filename());
    json.writeNumberProperty("co_firstlineno", code.firstlineno());
    json.writeNumberProperty("co_argcount", code.argcount());
    json.writeNumberProperty("co_posonlyargcount", code.posonlyargcount());
    json.writeNumberProperty("co_kwonlyargcount", code.kwonlyargcount());
    json.writeNumberProperty("co_nlocals", code.varnames().size());
    json.writeNumberProperty("co_stacksize", code.stacksize());
    json.writeNumberProperty("co_flags", code.flags());
    texts("co_names", code.names());
    texts("co_varnames", code.varnames());
    texts("co_freevars", code.freevars());
    texts("co_cellvars", code.cellvars());
    json.writeArrayPropertyStart("exception_table");
    listing.exceptionTable().forEach(entry -> handler(json, entry));
    json.writeEndArray();
    json.writeArrayPropertyStart("instructions");
    listing.instructions().forEach(one -> instruction(json, one));
    json.writeEndArray();
    if (!listing.cut().isEmpty()) {
      json.writeStringProperty("cut", listing.cut());
    }
    json.writeEndObject();
  }

  /// `[offset, opname, opcode, arg, argrepr, is_jump_target, line, positions]`.
  public static void instruction(JsonGenerator json, Instruction instruction) {
    json.writeStartArray();
    json.writeNumber(instruction.offset());
    json.writeString(instruction.opname());
    json.writeNumber(instruction.opcode());
    number(json, instruction.arg());
    json.writeString(instruction.argrepr());
    json.writeBoolean(instruction.jumpTarget());
    number(json, instruction.line());
    if (instruction.position().isPresent()) {
      position(json, instruction.position().get());
    } else {
      json.writeNull();
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Position position) {
    json.writeStartArray();
    json.writeNumber(position.line());
    json.writeNumber(position.endLine());
    column(json, position.column());
    column(json, position.endColumn());
    json.writeEndArray();
  }

  private static void column(JsonGenerator json, int column) {
    number(json, column == Position.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(column));
  }

  private static void number(JsonGenerator json, OptionalInt number) {
    if (number.isPresent()) {
      json.writeNumber(number.getAsInt());
    } else {
      json.writeNull();
    }
  }

  private static void handler(JsonGenerator json, ExceptionEntry entry) {
    json.writeStartObject();
    json.writeNumberProperty("start", entry.start());
    json.writeNumberProperty("end", entry.end());
    json.writeNumberProperty("target", entry.target());
    json.writeNumberProperty("depth", entry.depth());
    json.writeBooleanProperty("lasti", entry.lasti());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    int left = SHORT_LIST;
    for (String text : texts) {
      if (characters == 0 && left-- == 0) {
        json.writeString("...");
        break;
      }
      json.writeString(fit(text));
    }
    json.writeEndArray();
  }

  private void text(String name, String text) {
    json.writeStringProperty(name, fit(text));
  }

  private String fit(String text) {
    characters -= Math.min(text.length(), characters);
    return characters > 0 || text.length() <= SHORT_TEXT
        ? text
        : text.substring(0, SHORT_TEXT) + "...";
  }
}
