package io.suturescope.model.redaction;

import io.suturescope.model.redaction.SecretNames.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Hides the value that stands behind a name.
final class Values {

  private static final Set<String> KEPT =
      Set.of(
          "None",
          "True",
          "False",
          "null",
          "true",
          "false",
          "nil",
          "undefined",
          "NaN",
          "...",
          "{}",
          "[]",
          "()",
          "''",
          "\"\"",
          "set()",
          "dict()",
          "list()");
  private static final Set<String> TYPES =
      Set.of(
          "str",
          "int",
          "bytes",
          "bool",
          "float",
          "dict",
          "list",
          "object",
          "Any",
          "Optional",
          "SecretStr",
          "string",
          "tuple",
          "set",
          "type");
  private static final Set<String> SCHEMES =
      Set.of(
          "bearer",
          "basic",
          "token",
          "digest",
          "apikey",
          "negotiate",
          "ntlm",
          "key",
          "aws4-hmac-sha256");
  private static final int LONGEST_OBJECT = 400;
  private static final int LONGEST_NAME = 64;

  private final String text;
  private final Spans hidden;

  /// Ends found last, so that no character is looked at again and again.
  private final int[] bareEnds = {-1, -1, -1, -1};

  private final int[] lineEnds = {-1, -1};

  Values(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  /// Where a value stands.
  ///
  /// @param at where it begins, which may be the end
  /// @param end of the region it stands in
  /// @param wholeLine true when its name begins a line
  /// @param nested true inside brackets
  record Place(String name, int at, int end, boolean wholeLine, boolean nested) {
    Place at(int other) {
      return new Place(name, other, end, wholeLine, nested);
    }
  }

  /// Hides it.
  ///
  /// @return where the text behind the value begins; 0 when there was nothing to hide as a whole
  int hide(Place place, Kind kind) {
    if (place.at() >= place.end()) {
      return 0;
    }
    Optional<Quoted> string = string(place.at(), place.end());
    if (string.isPresent()) {
      return strings(place, string.get(), kind);
    }
    char c = text.charAt(place.at());
    if (Chars.isOpening(c)) {
      return kind == Kind.SECRET ? brackets(place) : 0;
    }
    if (c == '<') {
      return kind == Kind.SECRET ? object(place) : 0;
    }
    return bare(place, kind);
  }

  /// The value without its quotes, wherever it ends.
  Entries.Extent extent(int at, int end, boolean nested) {
    return string(at, end)
        .map(string -> new Entries.Extent(string.from(), string.to()))
        .orElseGet(
            () -> new Entries.Extent(at, nested ? bareEnd(at, end, true) : lineEnd(at, end)));
  }

  private Optional<Quoted> string(int at, int end) {
    int quote = at;
    while (quote < end && quote - at < 2 && "bBrRuUfF$@".indexOf(text.charAt(quote)) >= 0) {
      quote++;
    }
    return Quoted.at(text, quote, quote, end);
  }

  private int strings(Place place, Quoted first, Kind kind) {
    if (kind == Kind.PERHAPS && !Looks.secret(text, first.from(), first.to())) {
      return 0;
    }
    Quoted string = first;
    while (true) {
      hidden.hide(string.from(), string.to());
      int next = Chars.skipBlanks(text, string.next(), place.end());
      Optional<Quoted> more =
          next < place.end() ? string(next, place.end()) : Optional.<Quoted>empty();
      if (more.isEmpty() || next == string.next()) {
        return string.next();
      }
      string = more.get();
    }
  }

  private int brackets(Place place) {
    int close = closing(place.at(), place.end());
    if (isTrivial(place.at(), close)) {
      return 0;
    }
    boolean closed = close < place.end();
    hidden.hide(place.at() + 1, close);
    return closed ? close + 1 : close;
  }

  /// The place of the bracket that closes the one here; the end when there is none.
  private int closing(int at, int end) {
    int depth = 0;
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      Optional<Quoted> string =
          Chars.isQuote(c) || c == '\\' ? Quoted.at(text, i, at, end) : Optional.empty();
      if (string.isPresent()) {
        i = string.get().next();
        continue;
      }
      depth += Chars.isOpening(c) ? 1 : Chars.isClosing(c) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
      i++;
    }
    return end;
  }

  /// Whether nothing stands there but empty values.
  private boolean isTrivial(int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (Chars.isWord(c)) {
        int end = at;
        while (end < to && Chars.isWord(text.charAt(end))) {
          end++;
        }
        if (end - at > 5 || !KEPT.contains(text.substring(at, end))) {
          return false;
        }
        at = end;
      } else if ("[](){}, '\":".indexOf(c) < 0) {
        return false;
      } else {
        at++;
      }
    }
    return true;
  }

  /// `<Session object at 0x7f00>` tells nothing; anything else between such marks may.
  private int object(Place place) {
    int limit = Math.min(place.end(), place.at() + LONGEST_OBJECT);
    int depth = 0;
    int i = place.at();
    boolean plain = true;
    for (; i < limit; i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      plain &= c != '=' && !Chars.isQuote(c) && c != ':';
      if (depth == 0) {
        break;
      }
    }
    String inside = text.substring(place.at() + 1, Math.min(i, place.end()));
    if (plain && (inside.contains(" at 0x") || inside.startsWith("class ") || inside.isEmpty())) {
      return 0;
    }
    hidden.hide(place.at() + 1, Math.min(i, place.end()));
    return Math.min(i + 1, place.end());
  }

  private int bare(Place place, Kind kind) {
    int at = place.at();
    int stop = bareEnd(at, place.end(), place.nested());
    if (stop == at) {
      return 0;
    }
    if (kind == Kind.PERHAPS) {
      boolean secret = Looks.secret(text, at, stop);
      hidden.hide(at, secret ? stop : at);
      return secret ? stop : 0;
    }
    String word = stop - at > LONGEST_NAME ? "" : text.substring(at, stop);
    int annotated = annotated(word, stop, place.end());
    if (annotated > 0) {
      return hide(place.at(annotated), kind);
    }
    if (KEPT.contains(word) || TYPES.contains(trimmed(word)) || isReference(place.name(), word)) {
      return stop;
    }
    int call = call(at, place.end());
    if (call > 0) {
      return arguments(call, place.end());
    }
    int to = wantsLine(place) ? lineEnd(at, place.end()) : pair(word, stop, place);
    hidden.hide(at, to);
    return to;
  }

  private static String trimmed(String word) {
    int end = word.length();
    while (end > 0 && "):,]".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  private boolean wantsLine(Place place) {
    List<String> words = SecretNames.words(place.name());
    boolean header =
        !words.isEmpty() && Set.of("authorization", "cookie", "cookies").contains(words.getLast());
    return !place.nested() && (place.wholeLine() || header);
  }

  /// `Bearer abc` is two words.
  private int pair(String word, int stop, Place place) {
    if (!SCHEMES.contains(word.toLowerCase(Locale.ROOT))) {
      return stop;
    }
    int next = Chars.skipBlanks(text, stop, place.end());
    return next == stop ? stop : bareEnd(next, place.end(), place.nested());
  }

  /// Behind `str =` in `password: str = 'abc'`; 0 when there is no such thing.
  private int annotated(String word, int stop, int end) {
    boolean identifier = !word.isEmpty() && word.chars().allMatch(c -> Chars.isWord((char) c));
    int equals = Chars.skipBlanks(text, stop, end);
    if (!identifier || equals + 1 >= end || text.charAt(equals) != '=') {
      return 0;
    }
    boolean isDouble = text.charAt(equals + 1) == '=';
    return isDouble || equals == stop ? 0 : Chars.skipBlanks(text, equals + 1, end);
  }

  /// `token = user.token` and `token=token` name a value and do not tell it.
  private static boolean isReference(String name, String word) {
    int dot = word.lastIndexOf('.');
    return word.substring(dot + 1).equals(name.substring(name.lastIndexOf('.') + 1))
        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_' || c == '.');
  }

  /// Where the bracket of `form.get(` stands; 0 when no call or subscript begins here.
  private int call(int at, int end) {
    int i = at;
    int limit = Math.min(end, at + LONGEST_NAME);
    while (i < limit && (Chars.isWord(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    boolean bracket = i < limit && (text.charAt(i) == '(' || text.charAt(i) == '[');
    return i > at && bracket && !Chars.isDigit(text.charAt(at)) ? i : 0;
  }

  /// Hides the strings in the arguments, but for names of secrets.
  private int arguments(int at, int end) {
    int close = closing(at, end);
    int i = at;
    while (i < close) {
      char c = text.charAt(i);
      Optional<Quoted> string =
          Chars.isQuote(c) || c == '\\' ? Quoted.at(text, i, at, close) : Optional.empty();
      if (string.isPresent()) {
        Quoted found = string.get();
        boolean name =
            found.to() - found.from() <= LONGEST_NAME
                && SecretNames.isSecret(text.substring(found.from(), found.to()));
        hidden.hide(found.from(), name ? found.from() : found.to());
        i = found.next();
      } else {
        i++;
      }
    }
    return Math.min(end, close + 1);
  }

  private int lineEnd(int at, int end) {
    if (at >= lineEnds[0] && at < lineEnds[1]) {
      return Math.min(end, lineEnds[1]);
    }
    int i = at;
    while (i < end && !Chars.isLineEnd(text, i, end)) {
      i++;
    }
    lineEnds[0] = at;
    lineEnds[1] = i;
    return i;
  }

  /// Where a value without quotes ends.
  private int bareEnd(int at, int end, boolean nested) {
    int slot = nested ? 2 : 0;
    if (at < bareEnds[slot] || at >= bareEnds[slot + 1] || end < bareEnds[slot + 1]) {
      bareEnds[slot] = at;
      bareEnds[slot + 1] = findBareEnd(at, end, nested);
    }
    return bareEnds[slot + 1];
  }

  private int findBareEnd(int at, int end, boolean nested) {
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      boolean stops =
          switch (c) {
            case ',', ';', '&' -> endsEntry(i + 1, end);
            case ')', ']', '}' -> nested;
            case '<' -> i + 1 < end && text.charAt(i + 1) == '/';
            case '\\' ->
                Chars.isLineEnd(text, i, end) || (i + 1 < end && Chars.isQuote(text.charAt(i + 1)));
            default -> Character.isWhitespace(c);
          };
      if (stops) {
        return i;
      }
      i++;
    }
    return end;
  }

  /// Whether a comma before this place ends a value: blank, or another name with its value, behind.
  private boolean endsEntry(int at, int end) {
    if (at >= end || Character.isWhitespace(text.charAt(at)) || Chars.isQuote(text.charAt(at))) {
      return true;
    }
    int i = at;
    int limit = Math.min(end, at + LONGEST_NAME);
    while (i < limit && (Chars.isWord(text.charAt(i)) || "-.".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > at && i < limit && (text.charAt(i) == '=' || text.charAt(i) == ':');
  }
}
