package io.suturescope.model.redaction;

import io.suturescope.model.redaction.SecretNames.Kind;
import java.util.Optional;

/// Walks a text once, in the loose grammar that Python's reprs, JSON, settings files, headers and
/// command lines share, and hides the values of secret names.
final class Structure {

  /// Strings inside strings that are looked into.
  private static final int DEEPEST = 5;

  private final String text;
  private final Spans hidden;
  private final Values values;

  Structure(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
    this.values = new Values(text, hidden);
  }

  void region() {
    new Region(0, text.length(), 0, false).walk();
  }

  /// The whole text is the value of that name.
  void valueOf(String name) {
    Kind kind = SecretNames.judge(name);
    int end = text.length();
    if (kind != Kind.ORDINARY
        && values.hide(new Values.Place(name, 0, end, true, false), kind) > 0) {
      return;
    }
    if (Environment.isVariable(name) && Environment.isUsual(name) && !Environment.isShown(name)) {
      hidden.hide(0, end);
      return;
    }
    new Region(0, end, 0, Environment.isHolder(name)).walk();
  }

  /// A stretch of text: all of it, or what stands between two quotes.
  private final class Region {
    private final int from;
    private final int to;
    private final int depth;
    private final Entries entries;
    private final ShellWords shell;
    private int nesting;
    private boolean lineStart = true;
    private boolean holder;
    private String previous = "";
    private int previousEnd;

    Region(int from, int to, int depth, boolean holder) {
      this.from = from;
      this.to = to;
      this.depth = depth;
      this.holder = holder;
      this.entries = new Entries(hidden);
      this.shell = new ShellWords(text, hidden);
    }

    void walk() {
      int at = from;
      while (at < to) {
        at = step(at);
      }
      entries.end();
    }

    private int step(int at) {
      char c = text.charAt(at);
      if (Chars.isQuote(c) || c == '\\') {
        Optional<Quoted> string = Quoted.at(text, at, from, to);
        if (string.isPresent()) {
          return string(at, string.get());
        }
      }
      if (Chars.isLineEnd(text, at, to)) {
        lineStart = true;
        shell.lineEnds();
        return at + 1 + Chars.backslashes(text, at, to);
      }
      if (c == '\\') {
        return at + Math.min(2, to - at);
      }
      if (Chars.isWord(c)) {
        return word(at);
      }
      return mark(at, c);
    }

    private int mark(int at, char c) {
      if (Chars.isOpening(c)) {
        nesting++;
        entries.open(c == '{' && holder);
      } else if (Chars.isClosing(c)) {
        nesting = Math.max(0, nesting - 1);
        entries.close();
      }
      if ("(=: >".indexOf(c) < 0) {
        holder = false;
      }
      if (!Character.isWhitespace(c) && c != '-' && c != '"' && c != '\'' && c != '#') {
        lineStart = lineStart && (c == '$' || c == '/' || c == ':');
      }
      return at + 1;
    }

    private int string(int at, Quoted string) {
      if (!string.closed()) {
        hidden.hide(string.from(), string.to());
        return to;
      }
      String name = string.to() - string.from() > 200 ? "" : content(string);
      int value = behindSeparator(string.next(), isPair(at, string.next()));
      holder = false;
      lineStart = false;
      if (value > 0 && !name.isEmpty()) {
        int done = named(name, value, false, false);
        if (done > 0) {
          return done;
        }
      }
      inside(string);
      return string.next();
    }

    private void inside(Quoted string) {
      if (depth < DEEPEST) {
        new Region(string.from(), string.to(), depth + 1, false).walk();
      } else {
        hidden.hide(string.from(), string.to());
      }
    }

    private String content(Quoted string) {
      return text.substring(string.from(), string.to());
    }

    /// `('name', 'value')`, as headers are often kept.
    private boolean isPair(int at, int next) {
      int before = at - 1;
      while (before > from && "bBuU \\".indexOf(text.charAt(before)) >= 0) {
        before--;
      }
      return before >= from
          && (text.charAt(before) == '(' || text.charAt(before) == '[')
          && next < to
          && text.charAt(next) == ',';
    }

    /// Where the value of the name that ends here begins; 0 when it is no name.
    private int behindSeparator(int end, boolean pair) {
      int at = Chars.skipBlanks(text, end, to);
      if (pair && at < to && text.charAt(at) == ',') {
        return Chars.skipSpace(text, at + 1, to);
      }
      if (at < to && text.charAt(at) == ']' && Chars.skipBlanks(text, at + 1, to) > 0) {
        int behind = Chars.skipBlanks(text, at + 1, to);
        at = behind < to && text.charAt(behind) == '=' ? behind : at;
      }
      int start = at;
      while (at < to && at - start < 3 && "=:!".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at > start && at < to && text.charAt(at) == '>') {
        at++;
      }
      return at == start ? 0 : Math.max(1, Chars.skipBlanks(text, at, to));
    }

    private int word(int at) {
      int end = at;
      while (end < to && isNamePart(end)) {
        end++;
      }
      while (end > at && !Chars.isWord(text.charAt(end - 1))) {
        end--;
      }
      end = Math.max(end, at + 1);
      String name = end - at > 200 ? "" : text.substring(at, end);
      String named = before(at) + name;
      previous = name;
      previousEnd = end;
      int value = behindSeparator(end, false);
      if (value == 0 && SecretNames.isSecret(name)) {
        value = behindSeparator(behindQuote(end), false);
      }
      boolean starts = lineStart;
      boolean plain = name.equals("export") || name.equals("set") || name.equals("declare");
      lineStart = lineStart && plain;
      if (value > 0 && !isAddress(end) && !isCodePlace(name, end)) {
        int done = named(named, value, starts || plain, true);
        return done > 0 ? done : end;
      }
      int shown = shell.word(named, at, end, to);
      if (shown > end) {
        return shown;
      }
      holder = Environment.isHolder(name);
      return element(name, at, end);
    }

    /// Behind a quote that ends a name: where quotes cannot be told apart, the name still can.
    private int behindQuote(int end) {
      int quote = end + Chars.backslashes(text, end, to);
      return quote < to && Chars.isQuote(text.charAt(quote)) ? quote + 1 : to;
    }

    /// What makes `key` the name `api_key`, where those are two words.
    private String before(int at) {
      boolean apart = at == previousEnd + 1 && at > from && text.charAt(at - 1) == ' ';
      return apart && SecretNames.isPair(previous, text, at) ? previous + "_" : "";
    }

    private boolean isNamePart(int at) {
      char c = text.charAt(at);
      return Chars.isWord(c) || ((c == '-' || c == '.') && at + 1 < to);
    }

    private boolean isAddress(int end) {
      return text.startsWith("://", end);
    }

    /// `auth.py:12` is a place in code.
    private boolean isCodePlace(String name, int end) {
      return name.endsWith(".py")
          || text.startsWith("::", end)
          || (end + 1 < to && text.charAt(end) == ':' && text.charAt(end + 1) == '\\');
    }

    /// `<password>…</password>`.
    private int element(String name, int at, int end) {
      boolean opened = at > from && text.charAt(at - 1) == '<';
      if (!opened || end >= to || text.charAt(end) != '>' || !SecretNames.isSecret(name)) {
        return end;
      }
      int close = end + 1;
      while (close < to && text.charAt(close) != '<') {
        close++;
      }
      hidden.hide(end + 1, close);
      return close;
    }

    /// Hides the value of a name; 0 when the value is for the walk to look into.
    private int named(String name, int value, boolean wholeLine, boolean bare) {
      holder = Environment.isHolder(name);
      Kind kind = SecretNames.judge(name);
      int done =
          kind == Kind.ORDINARY
              ? 0
              : values.hide(new Values.Place(name, value, to, wholeLine, nesting > 0), kind);
      if (value < to) {
        entries.add(name, values.extent(value, to, nesting > 0), bare);
      }
      return done > value ? done : 0;
    }
  }
}
