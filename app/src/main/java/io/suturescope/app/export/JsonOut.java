package io.suturescope.app.export;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.Indenter;
import tools.jackson.core.util.Separators;

/// JSON as every command prints it: one value a line, plain ASCII. So it is safe on any terminal,
/// survives any encoding, and a lone surrogate, which Python can record, stays what it was.
public final class JsonOut {

  private static final int LONGEST = 64 << 20;
  private static final int DEEPEST = 1_000;
  private static final int DELETE = 0x7f;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .highestNonEscapedChar(DELETE)
          .characterEscapes(new DeleteAsWell())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .rootValueSeparator("\n")
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .maxNumberLength(LONGEST)
                  .maxNameLength(LONGEST)
                  .build())
          .build();

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
          Indenter indenter = new DefaultIndenter("  ", "\n");
          return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(indenter);
        }
      };

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

  /// JSON lets the delete character stand as it is; a terminal should not get it.
  private static final class DeleteAsWell extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[DELETE] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }

  private JsonOut() {}

  /// Writes values one a line; the line end of the last one is the caller's. Closing it leaves the
  /// writer open.
  public static JsonGenerator on(Writer out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /// One object, indented by two spaces as Python does it.
  public static JsonGenerator indented(Writer out) {
    return FACTORY.createGenerator(INDENTED, out);
  }

  /// Writes JSON text that was recorded in a source. What JSON forbids and Python writes anyway
  /// (bare NaN and infinities) becomes a string; digits are never lost.
  public static void recorded(JsonGenerator json, String text) {
    if (isJson(text)) {
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          copy(json, parser, token);
        }
      }
    } else {
      json.writeString(text);
    }
  }

  /// The text of a recorded JSON string, or the JSON text of anything else.
  public static String plain(String recorded) {
    if (!recorded.startsWith("\"")) {
      return recorded;
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), recorded)) {
      return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : recorded;
    } catch (JacksonException damaged) {
      return recorded;
    }
  }

  private static boolean isJson(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null;
    } catch (JacksonException damaged) {
      return false;
    }
  }

  private static void copy(JsonGenerator json, JsonParser parser, JsonToken token) {
    switch (token) {
      case START_OBJECT -> json.writeStartObject();
      case END_OBJECT -> json.writeEndObject();
      case START_ARRAY -> json.writeStartArray();
      case END_ARRAY -> json.writeEndArray();
      case PROPERTY_NAME -> json.writeName(parser.currentName());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json, parser);
      case VALUE_TRUE -> json.writeBoolean(true);
      case VALUE_FALSE -> json.writeBoolean(false);
      case VALUE_NULL -> json.writeNull();
      default -> json.writeString(parser.getString());
    }
  }

  private static void number(JsonGenerator json, JsonParser parser) {
    if (parser.isNaN()) {
      json.writeString(parser.getString());
    } else {
      json.writeNumber(parser.getString());
    }
  }
}
