package io.suturescope.app.digest;

import io.suturescope.model.bytecode.PyBool;
import io.suturescope.model.bytecode.PyDict;
import io.suturescope.model.bytecode.PyFloat;
import io.suturescope.model.bytecode.PyInt;
import io.suturescope.model.bytecode.PyList;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Recorded JSON text as the value that Python's `json.loads` makes of it.
final class RecordedValue {

  private static final int LONGEST = 64 << 20;
  private static final int DEEPEST = 500;

  /// Python refuses to read more.
  private static final int MOST_DIGITS = 4_300;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .maxNumberLength(MOST_DIGITS)
                  .maxNameLength(LONGEST)
                  .build())
          .build();

  private RecordedValue() {}

  /// Python's `repr`; text that is no JSON comes back as it is.
  static String repr(String json) {
    return read(json).map(PyRepr::of).orElse(json);
  }

  /// Python's `str`: a text is itself.
  static String str(String json) {
    return read(json)
        .map(value -> value instanceof PyText text ? text.value() : PyRepr.of(value))
        .orElse(json);
  }

  private static Optional<PyValue> read(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      return first == null ? Optional.empty() : Optional.of(value(parser, first));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private static PyValue value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> new PyText(parser.getString());
      case VALUE_NUMBER_INT -> new PyInt(new BigInteger(parser.getString()));
      case VALUE_NUMBER_FLOAT -> new PyFloat(number(parser));
      case VALUE_TRUE -> new PyBool(true);
      case VALUE_FALSE -> new PyBool(false);
      default -> PyNone.INSTANCE;
    };
  }

  private static double number(JsonParser parser) {
    return parser.isNaN() ? parser.getDoubleValue() : Double.parseDouble(parser.getString());
  }

  private static PyValue list(JsonParser parser) {
    List<PyValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new PyList(items);
  }

  /// A key that comes twice keeps its place and takes the last value, as in Python.
  private static PyValue object(JsonParser parser) {
    Map<String, PyValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken()));
    }
    List<PyDict.Entry> entries = new ArrayList<>();
    members.forEach((name, member) -> entries.add(new PyDict.Entry(new PyText(name), member)));
    return new PyDict(entries);
  }
}
