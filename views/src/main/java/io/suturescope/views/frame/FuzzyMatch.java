package io.suturescope.views.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/// Finds names by some of their letters, in order.
final class FuzzyMatch {

  private static final int JUMP = 3;

  private FuzzyMatch() {}

  /// Those that match, best first; all of them, as they are, for an empty text.
  static <T> List<T> best(List<T> all, Function<T, String> name, String typed) {
    if (typed.isBlank()) {
      return all;
    }
    record Scored<T>(T thing, int cost) {}
    return all.stream()
        .flatMap(thing ->
            cost(name.apply(thing), typed).stream().mapToObj(cost -> new Scored<>(thing, cost)))
        .sorted(Comparator.comparingInt(Scored::cost))
        .map(Scored::thing)
        .toList();
  }

  /// 0 for letters in a row from the start; more the more is in between; empty when one is missing.
  static OptionalInt cost(String name, String typed) {
    String in = name.toLowerCase(Locale.ROOT);
    String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
    int whole = in.replace(" ", "").indexOf(letters);
    if (whole >= 0) {
      return OptionalInt.of(whole);
    }
    int cost = in.length();
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int found = in.indexOf(letter, at);
      if (found < 0) {
        return OptionalInt.empty();
      }
      boolean wordStart = found == 0 || in.charAt(found - 1) == ' ';
      cost += wordStart ? 1 : JUMP * (found - at);
      at = found + 1;
    }
    return OptionalInt.of(cost);
  }
}
