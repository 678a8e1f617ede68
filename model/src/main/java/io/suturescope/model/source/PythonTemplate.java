package io.suturescope.model.source;

/// Reads an f-string (or t-string), by the rules of Python 3.12, which accept all of 3.11.
final class PythonTemplate {
  private final String text;
  private final int end;
  private final int firstLine;
  private final String quote;
  private final boolean raw;
  private int at;
  private int line;
  private PythonNesting nesting;

  PythonTemplate(
      String text, int from, int end, int line, String quote, boolean raw, PythonNesting nesting) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.firstLine = line;
    this.line = line;
    this.quote = quote;
    this.raw = raw;
    this.nesting = nesting;
  }

  PythonString read() {
    while (at < end) {
      char c = text.charAt(at);
      if (ends()) {
        return new PythonString(at + quote.length(), line, false);
      } else if (c == '{' || c == '}') {
        brace(c);
      } else {
        literal(c);
      }
    }
    throw PythonString.unended(firstLine);
  }

  private boolean ends() {
    return text.startsWith(quote, at) && at + quote.length() <= end;
  }

  private void brace(char c) {
    if (at + 1 < end && text.charAt(at + 1) == c) {
      at += 2;
    } else if (c == '}') {
      throw new Malformed(line, "an f-string has a single `}`");
    } else {
      field();
    }
  }

  /// Passes over one piece of literal text.
  private void literal(char c) {
    if (c == '\\') {
      escape();
    } else if (PythonTokens.isNewline(c)) {
      if (quote.length() == 1) {
        throw PythonString.unended(firstLine);
      }
      countLine();
      at++;
    } else {
      at++;
    }
  }

  private void escape() {
    char next = at + 1 < end ? text.charAt(at + 1) : ' ';
    if (!raw && next == 'N' && at + 2 < end && text.charAt(at + 2) == '{') {
      int close = text.indexOf('}', at);
      at = close < 0 || close >= end ? end : close + 1;
    } else if (next == '{' || next == '}') {
      at++;
    } else if (next == '\r' && at + 2 < end && text.charAt(at + 2) == '\n') {
      line++;
      at += 3;
    } else {
      line += PythonTokens.isNewline(next) ? 1 : 0;
      at += 2;
    }
  }

  private void countLine() {
    line += PythonString.endsLine(text, at, end) ? 1 : 0;
  }

  /// Reads `{expression=!r:spec}`.
  private void field() {
    PythonNesting outer = nesting;
    nesting = nesting.deeper(line);
    int start = ++at;
    int startLine = line;
    skipExpression();
    if (nesting.checked()) {
      PythonGrammar.checkField(PythonTokens.ofPart(text, start, at, startLine, nesting), startLine);
    }
    if (at < end && text.charAt(at) == '=') {
      at++;
      skipBlanks();
    }
    if (at < end && text.charAt(at) == '!') {
      conversion();
    }
    if (at < end && text.charAt(at) == ':') {
      at++;
      spec();
    }
    if (at >= end || text.charAt(at) != '}') {
      throw new Malformed(startLine, "a field of an f-string is not ended");
    }
    at++;
    nesting = outer;
  }

  /// Passes over blanks, line ends and comments.
  private void skipBlanks() {
    while (at < end && " \t\f\r\n#".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '#') {
        skipComment();
      } else {
        countLine();
        at++;
      }
    }
  }

  private void skipComment() {
    while (at < end && !PythonTokens.isNewline(text.charAt(at))) {
      at++;
    }
  }

  private void conversion() {
    at++;
    if (at >= end || "rsa".indexOf(text.charAt(at)) < 0) {
      throw new Malformed(line, "an f-string converts with something else than `!r`, `!s`, `!a`");
    }
    at++;
    skipBlanks();
  }

  private void spec() {
    while (at < end && text.charAt(at) != '}' && !ends()) {
      if (text.charAt(at) == '{') {
        field();
      } else {
        literal(text.charAt(at));
      }
    }
  }

  /// Goes to the end of the expression: `}`, `!`, `:` or the `=` of a self-documenting field.
  private void skipExpression() {
    int open = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (open == 0 && endsExpression(c)) {
        return;
      }
      if ("([{".indexOf(c) >= 0) {
        open++;
        at++;
      } else if (")]}".indexOf(c) >= 0) {
        open = Math.max(0, open - 1);
        at++;
      } else {
        skipToken(c);
      }
    }
    throw new Malformed(firstLine, "a field of an f-string is not ended");
  }

  private boolean endsExpression(char c) {
    if (c == '!') {
      return !followedByEquals();
    }
    return c == '}' || c == ':' || (c == '=' && !followedByEquals());
  }

  private boolean followedByEquals() {
    return at + 1 < end && text.charAt(at + 1) == '=';
  }

  private void skipToken(char c) {
    if (c == '"' || c == '\'') {
      skipString(at);
    } else if (PythonTokens.namePart(text.codePointAt(at))) {
      skipName();
    } else if (c == '#') {
      skipComment();
    } else if ("=!<>:".indexOf(c) >= 0 && followedByEquals()) {
      at += 2;
    } else {
      countLine();
      at++;
    }
  }

  private void skipName() {
    int from = at;
    while (at < end && PythonTokens.namePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    boolean quoted = at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    if (quoted && PythonString.isPrefix(text, from, at)) {
      skipString(from);
    }
  }

  private void skipString(int from) {
    PythonString inner = PythonString.read(text, from, end, line, nesting.skipped());
    at = inner.end();
    line = inner.endLine();
  }
}
