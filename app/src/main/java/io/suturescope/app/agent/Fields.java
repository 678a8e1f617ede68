package io.suturescope.app.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The header fields of one message, in the order in which they came.
record Fields(List<Field> all) {

  /// @param name in any case
  /// @param value as sent
  record Field(String name, String value) {}

  Fields {
    all = List.copyOf(all);
  }

  static Fields of(String... namesAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Fields(fields);
  }

  /// The value of the only field of this name, without spaces and tabs around it.
  Optional<String> value(String name) {
    return all.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst()
        .map(field -> trimmed(field.value()));
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  boolean hasPrefix(String prefix) {
    return all.stream().anyMatch(field -> field.name().toLowerCase(Locale.ROOT).startsWith(prefix));
  }

  /// True when a name comes twice, or a field is not plain ASCII on one line.
  boolean malformed() {
    Set<String> seen = new HashSet<>();
    return all.stream()
        .anyMatch(field ->
            !seen.add(field.name().toLowerCase(Locale.ROOT))
                || !isName(field.name())
                || !isValue(field.value()));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c ->
                (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  private static boolean isValue(String value) {
    return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
  }

  private static String trimmed(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isSpace(value.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
