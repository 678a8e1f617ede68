package io.suturescope.app.export;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyCode;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/// Listings as `dis --format json` writes them (cli.md).
public final class ListingJson {

  private ListingJson() {}

  /// One code object with its fields, handlers and instructions; `cut` only when the listing ends
  /// early.
  public static void code(JsonGenerator json, CodeListing listing) {
    PyCode code = listing.code();
    json.writeStartObject();
    json.writeStringProperty("path", listing.path());
    json.writeStringProperty("co_name", code.name());
    json.writeStringProperty("co_qualname", code.qualname());
    json.writeStringProperty("co_filename", code.filename());
    json.writeNumberProperty("co_firstlineno", code.firstlineno());
    json.writeNumberProperty("co_argcount", code.argcount());
    json.writeNumberProperty("co_posonlyargcount", code.posonlyargcount());
    json.writeNumberProperty("co_kwonlyargcount", code.kwonlyargcount());
    json.writeNumberProperty("co_nlocals", code.varnames().size());
    json.writeNumberProperty("co_stacksize", code.stacksize());
    json.writeNumberProperty("co_flags", code.flags());
    texts(json, "co_names", code.names());
    texts(json, "co_varnames", code.varnames());
    texts(json, "co_freevars", code.freevars());
    texts(json, "co_cellvars", code.cellvars());
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

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
