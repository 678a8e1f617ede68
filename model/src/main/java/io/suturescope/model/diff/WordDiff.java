package io.suturescope.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the words that differ between two lines that resemble each other.
///
/// What both begin and end with is set aside first; in lines that are long, or once many lines were
/// compared, all between counts as one changed stretch. Lines that have too few words in common in
/// any order are told apart before their words are aligned.
final class WordDiff {

  private static final int LONGEST = 4_000;
  private static final int LONGEST_TOKEN = 1_000;
  private static final double ALIKE = 0.4;

  /// More pairs than anybody reads word by word; the rest would cost more than all lines do.
  static final int MOST_PAIRS = 2_000;

  private final SharedWords sharedWords = new SharedWords();
  private final Steps pairs = new Steps(MOST_PAIRS);
  private final Steps words = new Steps(400_000);
  private final Steps characters = new Steps(100_000_000);

  /// What differs, on each side.
  record Words(List<TextRow.Range> left, List<TextRow.Range> right) {}

  /// Empty when the lines do not resemble each other.
  Optional<Words> between(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    if (!alike(shorter, left, right, 0) || !characters.areLeft()) {
      return Optional.empty();
    }
    int start = commonStart(left, right, shorter);
    int end = commonEnd(left, right, shorter - start);
    characters.take(start + end + 1L);
    int shared = start + end;
    start = tokenStart(left, right, start);
    end = tokenEnd(left, right, end);
    int between = left.length() + right.length() - 2 * (start + end);
    int indent = indent(left, start);
    List<Edit> edits = List.of(new Edit(0, 1, 0, 1));
    List<String> leftTokens = List.of(left.substring(start, left.length() - end));
    List<String> rightTokens = List.of(right.substring(start, right.length() - end));
    if (between <= LONGEST && words.areLeft() && pairs.areLeft()) {
      words.take(between);
      int atMost =
          sharedWords.atMost(left, start, left.length() - end, right, start, right.length() - end);
      if (!alike(start + end + atMost - indent, left, right, indent)) {
        return Optional.empty();
      }
      pairs.take(1);
      leftTokens = Tokens.of(left, start, left.length() - end);
      rightTokens = Tokens.of(right, start, right.length() - end);
      edits = compared(leftTokens, rightTokens);
      shared = start + end + sharedLength(leftTokens, edits);
    }
    if (!alike(shared - indent, left, right, indent)) {
      return Optional.empty();
    }
    List<TextRow.Range> leftWords = new ArrayList<>();
    List<TextRow.Range> rightWords = new ArrayList<>();
    int[] leftPlaces = places(leftTokens, start);
    int[] rightPlaces = places(rightTokens, start);
    for (Edit edit : edits) {
      addRange(leftWords, leftPlaces[edit.leftFrom()], leftPlaces[edit.leftTo()]);
      addRange(rightWords, rightPlaces[edit.rightFrom()], rightPlaces[edit.rightTo()]);
    }
    return Optional.of(new Words(leftWords, rightWords));
  }

  private static int commonStart(String left, String right, int limit) {
    int start = 0;
    while (start < limit && left.charAt(start) == right.charAt(start)) {
      start++;
    }
    return start;
  }

  private static int commonEnd(String left, String right, int limit) {
    int end = 0;
    while (end < limit
        && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
      end++;
    }
    return end;
  }

  /// Goes back to where a token starts on both sides; in endless tokens, to a whole character.
  private static int tokenStart(String left, String right, int start) {
    int at = start;
    int least = Math.max(0, start - LONGEST_TOKEN);
    while (at > least && (Tokens.joined(left, at) || Tokens.joined(right, at))) {
      at--;
    }
    return at > 0 && Character.isHighSurrogate(left.charAt(at - 1)) ? at - 1 : at;
  }

  private static int tokenEnd(String left, String right, int end) {
    int at = end;
    int least = Math.max(0, end - LONGEST_TOKEN);
    while (at > least
        && (Tokens.joined(left, left.length() - at) || Tokens.joined(right, right.length() - at))) {
      at--;
    }
    return at > 0 && Character.isLowSurrogate(left.charAt(left.length() - at)) ? at - 1 : at;
  }

  private static int indent(String line, int limit) {
    int at = 0;
    while (at < limit && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean alike(int shared, String left, String right, int indent) {
    long both = (long) left.length() + right.length() - 2L * indent;
    return 2L * shared >= ALIKE * both;
  }

  private static List<Edit> compared(List<String> left, List<String> right) {
    Symbols symbols = new Symbols();
    return HistogramDiff.shortest(symbols.of(left), symbols.of(right)).edits();
  }

  private static int sharedLength(List<String> tokens, List<Edit> edits) {
    int shared = 0;
    int at = 0;
    for (Edit edit : edits) {
      shared += length(tokens, at, edit.leftFrom());
      at = edit.leftTo();
    }
    return shared + length(tokens, at, tokens.size());
  }

  private static int length(List<String> tokens, int from, int to) {
    int length = 0;
    for (int at = from; at < to; at++) {
      length += tokens.get(at).isBlank() ? 0 : tokens.get(at).length();
    }
    return length;
  }

  private static int[] places(List<String> tokens, int start) {
    int[] places = new int[tokens.size() + 1];
    places[0] = start;
    for (int at = 0; at < tokens.size(); at++) {
      places[at + 1] = places[at] + tokens.get(at).length();
    }
    return places;
  }

  private static void addRange(List<TextRow.Range> ranges, int from, int to) {
    if (from < to) {
      ranges.add(new TextRow.Range(from, to));
    }
  }
}
