package io.suturescope.model.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a query text into terms; {@link QueryValues} checks the values.
final class QueryParser {

  private final String text;
  private final List<QueryTerm> terms = new ArrayList<>();
  private final List<QueryProblem> problems = new ArrayList<>();
  private int at;

  QueryParser(String text) {
    this.text = text;
  }

  QueryParse parse() {
    skipSpace();
    while (at < text.length()) {
      term();
      skipSpace();
    }
    return problems.isEmpty()
        ? new QueryParse.Understood(new IncidentQuery(terms))
        : new QueryParse.Wrong(problems);
  }

  private void term() {
    int start = at;
    boolean negated = text.charAt(at) == '-';
    if (negated) {
      at++;
    }
    int keyStart = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    boolean keyed = at > keyStart && at < text.length() && text.charAt(at) == ':';
    Optional<QueryKey> key = Optional.empty();
    boolean known = true;
    if (keyed) {
      String word = text.substring(keyStart, at);
      key = QueryKey.ofWord(word);
      known = key.isPresent();
      if (!known) {
        problems.add(unknownKey(word, keyStart));
      }
      at++;
    } else {
      at = keyStart;
    }
    List<Piece> pieces = pieces();
    if (!known) {
      return;
    }
    if (pieces.stream().allMatch(piece -> piece.text().isEmpty())) {
      problems.add(nothingBehind(key, start));
      return;
    }
    List<QueryValue> values = new ArrayList<>();
    for (Piece piece : pieces) {
      switch (QueryValues.check(key, piece)) {
        case QueryValues.Checked.Good(QueryValue value) -> values.add(value);
        case QueryValues.Checked.Bad(QueryProblem problem) -> problems.add(problem);
      }
    }
    if (values.size() == pieces.size()) {
      terms.add(new QueryTerm(key, negated, values, start, at));
    }
  }

  private QueryProblem nothingBehind(Optional<QueryKey> key, int start) {
    String what = key.map(k -> "a value behind " + k.word() + ":").orElse("a word behind -");
    return new QueryProblem(start, at, "Here " + what + " is missing.", "");
  }

  private static QueryProblem unknownKey(String word, int start) {
    List<String> words = new ArrayList<>();
    for (QueryKey key : QueryKey.values()) {
      words.add(key.word());
    }
    String proposal = Nearest.to(word, words).map(w -> w + ":").orElse("");
    return new QueryProblem(
        start, start + word.length() + 1, "There is no key " + word + ":.", proposal);
  }

  /// A value between commas, as typed and with its quotes resolved.
  record Piece(String text, boolean quoted, int start, int end) {}

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    do {
      if (!pieces.isEmpty()) {
        at++;
      }
      pieces.add(piece());
    } while (at < text.length() && text.charAt(at) == ',');
    return pieces;
  }

  private Piece piece() {
    int start = at;
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != ',') {
      if (text.charAt(at) == '"') {
        quoted = true;
        quotedPart(value);
      } else {
        value.append(text.charAt(at++));
      }
    }
    return new Piece(value.toString(), quoted, start, at);
  }

  private void quotedPart(StringBuilder value) {
    int open = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at < text.length()) {
      at++;
    } else {
      problems.add(
          new QueryProblem(
              open, at, "The quote that opens here is not closed.", text.substring(open) + '"'));
    }
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
