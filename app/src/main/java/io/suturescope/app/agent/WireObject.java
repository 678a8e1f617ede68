package io.suturescope.app.agent;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A JSON object of the protocol, read strictly: UTF-8, no name twice, bounded nesting, nothing
/// behind it (control-protocol.md 7). Members that are not known are nobody's business.
record WireObject(Map<String, Object> members) {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 40;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  /// Stands for JSON's null.
  private enum Nothing {
    NOTHING;

    @Override
    public String toString() {
      return "null";
    }
  }

  static final WireObject EMPTY = new WireObject(Map.of());

  WireObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /// @return empty when the bytes are not exactly one JSON object
  static Optional<WireObject> parse(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return Optional.empty();
        }
        WireObject object = object(parser);
        return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
      }
    } catch (CharacterCodingException | JacksonException damaged) {
      return Optional.empty();
    }
  }

  private static WireObject object(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken()));
    }
    return new WireObject(members);
  }

  private static Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          list.add(value(parser, t));
        }
        yield List.copyOf(list);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Nothing.NOTHING;
      default -> parser.getString();
    };
  }

  Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The text, or nothing at all where there is none.
  String said(String name) {
    return text(name).orElse("");
  }

  /// A whole number that fits; empty for anything else.
  OptionalLong number(String name) {
    if (members.get(name) instanceof BigDecimal decimal) {
      try {
        return OptionalLong.of(decimal.longValueExact());
      } catch (ArithmeticException tooLarge) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /// Empty object where there is none.
  WireObject object(String name) {
    return members.get(name) instanceof WireObject object ? object : EMPTY;
  }

  List<WireObject> objects(String name) {
    return listed(name, WireObject.class);
  }

  List<String> texts(String name) {
    return listed(name, String.class);
  }

  private <T> List<T> listed(String name, Class<T> type) {
    return members.get(name) instanceof List<?> list
        ? list.stream().filter(type::isInstance).map(type::cast).toList()
        : List.of();
  }

  /// Pairs, each a list of two texts: how the vectors write header fields.
  List<List<String>> pairs(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream()
            .filter(List.class::isInstance)
            .map(pair -> ((List<?>) pair).stream().map(Object::toString).toList())
            .filter(pair -> pair.size() == 2)
            .toList()
        : List.of();
  }

  /// Every member as texts for people: one for a plain value, one each for a list, null left out.
  Map<String, List<String>> flat() {
    Map<String, List<String>> flat = new LinkedHashMap<>();
    members.forEach((name, value) -> flat.put(name, plain(value)));
    return flat;
  }

  private static List<String> plain(Object value) {
    return switch (value) {
      case Nothing _ -> List.of();
      case List<?> list -> list.stream().flatMap(each -> plain(each).stream()).toList();
      case WireObject object -> object.plainText();
      // Written out, a small text can be a number of gigabytes.
      case BigDecimal number ->
          List.of(
              Math.abs(number.scale()) > LONGEST_NUMBER
                  ? number.toString()
                  : number.toPlainString());
      default -> List.of(value.toString());
    };
  }

  private List<String> plainText() {
    List<String> texts = new ArrayList<>();
    flat().forEach((name, values) -> texts.add(name + " " + String.join(", ", values)));
    return List.of(String.join(", ", texts));
  }
}
