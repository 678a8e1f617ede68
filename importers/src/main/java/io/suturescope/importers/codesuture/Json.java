package io.suturescope.importers.codesuture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A JSON value that remembers the very text it was written as.
sealed interface Json {

  /// The recorded text.
  Raw raw();

  /// Where a value stands in the bytes it was read from.
  final class Raw {
    private final byte[] bytes;
    private final int from;
    private final int to;

    Raw(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }

    int from() {
      return from;
    }

    int length() {
      return to - from;
    }

    /// The beginning of the text, undecodable bytes replaced.
    String excerpt() {
      return Utf8.excerpt(bytes, from, to);
    }

    String text() {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
  }

  /// @param doubled names that stand more than once; the last value counts, as in Python
  record Obj(Map<String, Json> members, Set<String> doubled, Raw raw) implements Json {

    Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    String text(String name) {
      return members.get(name) instanceof Text(String value, Raw ignored) ? value : "";
    }
  }

  record Arr(List<Json> items, Raw raw) implements Json {}

  record Text(String value, Raw raw) implements Json {}

  /// A number with all its digits, or NaN or an infinity.
  record Num(Raw raw) implements Json {

    /// The value when it is a whole number that fits.
    Optional<Integer> whole() {
      try {
        return Optional.of(Integer.parseInt(raw.text()));
      } catch (NumberFormatException notWholeOrTooBig) {
        return Optional.empty();
      }
    }

    double value() {
      try {
        return Double.parseDouble(raw.text());
      } catch (NumberFormatException notANumber) {
        return Double.NaN;
      }
    }
  }

  record Bool(boolean value, Raw raw) implements Json {}

  record Null(Raw raw) implements Json {}

  /// What kind of value it is, in words.
  static String kind(Json value) {
    return switch (value) {
      case Obj o -> "an object";
      case Arr a -> "a list";
      case Text t -> "a text";
      case Num n -> "a number";
      case Bool b -> "true or false";
      case Null n -> "null";
    };
  }
}
