package io.suturescope.model.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant when a word is not one of those that are allowed.
public final class Nearest {

  private Nearest() {}

  /// The allowed word that starts with what was typed, else the one that is at most two edits away.
  public static Optional<String> to(String typed, Collection<String> allowed) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> longer = allowed.stream().filter(a -> a.startsWith(word)).findFirst();
    if (longer.isPresent()) {
      return longer;
    }
    String best = "";
    int fewest = 3;
    for (String candidate : allowed) {
      int edits = edits(word, candidate);
      if (edits < fewest && edits < candidate.length()) {
        fewest = edits;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Levenshtein distance; the lengths are those of words, so the square is small.
  private static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
