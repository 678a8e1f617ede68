package io.suturescope.model.source;

import io.suturescope.model.source.PythonToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts Python source into tokens: brackets are matched, indentation is consistent, strings and
/// f-strings end. Understands the union of Python 3.8 to 3.14.
final class PythonTokens {
  private static final int BRACKETS_LIMIT = 200;
  private static final int TAB = 8;
  private static final List<String> OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=",
          "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>");
  private static final String SINGLE = "+-*/%@&|^~<>=()[]{},:.;";

  private final String text;
  private final List<PythonToken> tokens = new ArrayList<>();
  private final Deque<PythonToken> brackets = new ArrayDeque<>();
  private final PythonIndents indents = new PythonIndents();
  private final boolean inside;
  private final PythonNesting nesting;
  private final int end;
  private int at;
  private int line;

  private PythonTokens(
      String text, int from, int end, int line, boolean inside, PythonNesting nesting) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.line = line;
    this.inside = inside;
    this.nesting = nesting;
  }

  /// All tokens of a file, ended by END.
  static List<PythonToken> ofFile(String text) {
    PythonTokens reading = new PythonTokens(text, 0, text.length(), 1, false, PythonNesting.NONE);
    reading.readLines();
    return reading.tokens;
  }

  /// The tokens of an expression between brackets, where lines have no meaning, ended by END.
  static List<PythonToken> ofPart(String text, int from, int to, int line, PythonNesting nesting) {
    PythonTokens reading = new PythonTokens(text, from, to, line, true, nesting);
    while (reading.at < reading.end) {
      reading.readToken();
    }
    reading.endBrackets();
    reading.add(Kind.END, "", reading.at);
    return reading.tokens;
  }

  private void readLines() {
    boolean lineStart = true;
    while (at < end) {
      if (lineStart && !indentation()) {
        continue;
      }
      lineStart = false;
      if (isNewline(text.charAt(at)) && brackets.isEmpty()) {
        add(Kind.NEWLINE, "", at);
        newline();
        lineStart = true;
      } else {
        readToken();
      }
    }
    endBrackets();
    if (!lineStart) {
      add(Kind.NEWLINE, "", at);
    }
    for (int left = indents.depth(); left > 0; left--) {
      add(Kind.DEDENT, "", at);
    }
    add(Kind.END, "", at);
  }

  private void endBrackets() {
    if (!brackets.isEmpty()) {
      PythonToken open = brackets.peek();
      throw new Malformed(open.line(), "the bracket `" + open.text() + "` is never closed");
    }
  }

  /// Reads the blanks at the start of a line; false when the line says nothing.
  private boolean indentation() {
    int column = 0;
    int alternative = 0;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == ' ') {
        column++;
        alternative++;
      } else if (c == '\t') {
        column = (column / TAB + 1) * TAB;
        alternative++;
      } else if (c == '\f') {
        column = 0;
        alternative = 0;
      } else if (!(c == '\\' && at + 1 < end && isNewline(text.charAt(at + 1)))) {
        break;
      } else {
        at++;
        newline();
        skipBlanks();
        break;
      }
    }
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '#') {
      skipComment();
    }
    if (at >= end || isNewline(text.charAt(at))) {
      newline();
      return false;
    }
    Kind change = column > indents.column() ? Kind.INDENT : Kind.DEDENT;
    for (int left = indents.change(column, alternative, line); left > 0; left--) {
      add(change, "", at);
    }
    return true;
  }

  private void readToken() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t' || c == '\f') {
      at++;
    } else if (isNewline(c)) {
      newline();
    } else if (c == '#') {
      skipComment();
    } else if (c == '\\') {
      continuation();
    } else if (c == '"' || c == '\'') {
      string(at);
    } else if (digit(c) || (c == '.' && at + 1 < end && digit(text.charAt(at + 1)))) {
      number();
    } else if (nameStart(text.codePointAt(at))) {
      name();
    } else {
      operator(c);
    }
  }

  private void continuation() {
    at++;
    if (at >= end) {
      throw new Malformed(line, "the file ends after a backslash");
    }
    if (!isNewline(text.charAt(at))) {
      throw new Malformed(line, "there is text after a backslash that continues the line");
    }
    newline();
    if (at >= end && !inside) {
      throw new Malformed(line, "the file ends after a backslash");
    }
  }

  private void string(int from) {
    int firstLine = line;
    PythonString read = PythonString.read(text, from, end, line, nesting);
    at = read.end();
    line = read.endLine();
    tokens.add(new PythonToken(read.bytes() ? Kind.BYTES : Kind.STRING, "", firstLine, from));
  }

  private void number() {
    int from = at;
    at = PythonNumber.end(text, at, end, line);
    add(Kind.NUMBER, text.substring(from, at), from);
  }

  private void name() {
    int from = at;
    while (at < end && namePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    boolean quoted = at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    if (quoted && PythonString.isPrefix(text, from, at)) {
      string(from);
    } else {
      add(Kind.NAME, text.substring(from, Math.min(at, end)), from);
    }
  }

  private void operator(char c) {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at) && at + operator.length() <= end) {
        add(Kind.OPERATOR, operator, at);
        at += operator.length();
        return;
      }
    }
    if (SINGLE.indexOf(c) < 0) {
      throw new Malformed(line, "the character " + spoken(c) + " has no meaning here");
    }
    String operator = String.valueOf(c);
    add(Kind.OPERATOR, operator, at);
    bracket(c, tokens.getLast());
    at++;
  }

  private static String spoken(char c) {
    return c > ' ' && c < 0x7f ? "`" + c + "`" : String.format("U+%04X", (int) c);
  }

  private void bracket(char c, PythonToken token) {
    if ("([{".indexOf(c) >= 0) {
      if (brackets.size() >= BRACKETS_LIMIT) {
        throw new Malformed(line, "the brackets nest too deep");
      }
      brackets.push(token);
    } else if (")]}".indexOf(c) >= 0) {
      if (brackets.isEmpty()) {
        throw new Malformed(line, "the bracket `" + c + "` closes nothing");
      }
      char open = brackets.pop().text().charAt(0);
      if ("([{".indexOf(open) != ")]}".indexOf(c)) {
        throw new Malformed(line, "the bracket `" + c + "` does not close `" + open + "`");
      }
    }
  }

  private void skipComment() {
    while (at < end && !isNewline(text.charAt(at))) {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < end && " \t\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void newline() {
    if (at < end) {
      at += text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n' ? 2 : 1;
    }
    line++;
  }

  private void add(Kind kind, String content, int from) {
    tokens.add(new PythonToken(kind, content, line, from));
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean nameStart(int c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        : c < 0x100 || Character.isUnicodeIdentifierStart(c) || unassigned(c);
  }

  static boolean namePart(int c) {
    return c < 0x80
        ? nameStart(c) || (c >= '0' && c <= '9')
        : c < 0x100 || Character.isUnicodeIdentifierPart(c) || unassigned(c);
  }

  /// A character that a Python with newer tables may know.
  private static boolean unassigned(int c) {
    return Character.getType(c) == Character.UNASSIGNED;
  }
}
