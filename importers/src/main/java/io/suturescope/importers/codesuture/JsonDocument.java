package io.suturescope.importers.codesuture;

import io.suturescope.importers.codesuture.Json.Raw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one whole JSON document.
final class JsonDocument {

  /// The document, or why there is none.
  sealed interface Parsed {
    /// @param bom true when a byte order mark stood before it, on which CodeSuture fails
    record Good(Json root, boolean bom) implements Parsed {}

    record Bad(String reason) implements Parsed {}
  }

  private final byte[] bytes;
  private final int start;
  private final JsonParser parser;

  private JsonDocument(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.start = from;
    this.parser = JsonFormat.parser(bytes, from, to - from);
  }

  static Parsed parse(byte[] bytes) {
    return parse(bytes, 0, bytes.length);
  }

  static Parsed parse(byte[] bytes, int from, int to) {
    int begin = Utf8.afterBom(bytes, from, to);
    if (Utf8.isBlank(bytes, begin, to)) {
      return new Parsed.Bad("empty");
    }
    if (Utf8.looksLikeUtf16(bytes, from, to)) {
      return new Parsed.Bad("not UTF-8: it looks like UTF-16");
    }
    if (Utf8.firstNul(bytes, begin, to) >= 0) {
      return new Parsed.Bad("not JSON: it holds NUL bytes");
    }
    int bad = Utf8.firstBad(bytes, begin, to);
    if (bad >= 0) {
      return new Parsed.Bad("not UTF-8: bad byte at offset " + (bad - from));
    }
    JsonDocument document = new JsonDocument(bytes, begin, to);
    try (JsonParser parser = document.parser) {
      if (parser.nextToken() == null) {
        return new Parsed.Bad("not JSON: there is nothing but white space");
      }
      Json root = document.value();
      if (parser.nextToken() != null) {
        return new Parsed.Bad("not JSON: more text after its end");
      }
      return new Parsed.Good(root, begin > from);
    } catch (JacksonException failure) {
      return new Parsed.Bad(JsonFormat.reason(failure));
    }
  }

  private Json value() {
    JsonToken token = parser.currentToken();
    int from = start + (int) parser.currentTokenLocation().getByteOffset();
    return switch (token) {
      case START_OBJECT -> object(from);
      case START_ARRAY -> array(from);
      case VALUE_STRING -> {
        String text = parser.getString();
        yield new Json.Text(text, end(from));
      }
      case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(token == JsonToken.VALUE_TRUE, end(from));
      case VALUE_NULL -> new Json.Null(end(from));
      default -> {
        int length = parser.getString().length();
        yield new Json.Num(new Raw(bytes, from, from + length));
      }
    };
  }

  private Raw end(int from) {
    return new Raw(bytes, from, start + (int) parser.currentLocation().getByteOffset());
  }

  private Json object(int from) {
    Map<String, Json> members = new LinkedHashMap<>();
    Set<String> doubled = new LinkedHashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (members.put(name, value()) != null) {
        doubled.add(name);
      }
    }
    return new Json.Obj(members, doubled, end(from));
  }

  private Json array(int from) {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Json.Arr(items, end(from));
  }
}
