package io.suturescope.model.redaction;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds secrets that follow a word without any sign between them: options of command lines, and
/// sentences such as `password is abc123`.
final class ShellWords {

  private static final Set<String> BETWEEN =
      Set.of(
          "is", "was", "are", "be", "to", "of", "for", "the", "a", "new", "old", "with", "value",
          "used", "got", "set", "now", "user", "by", "key", "code");
  private static final Set<String> SPOKEN =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "passwort",
          "kennwort",
          "passcode",
          "pin",
          "otp",
          "cvv",
          "cvc",
          "identified");
  private static final Set<String> NUMBERS =
      Set.of("pin", "otp", "cvv", "cvc", "passcode", "ssn", "totp", "code");
  private static final Set<String> SCHEMES = Set.of("bearer", "basic", "negotiate");
  private static final Set<String> USER_PROGRAMS = Set.of("curl", "wget", "http", "https", "svn");
  private static final Set<String> MYSQL =
      Set.of("mysql", "mysqldump", "mysqladmin", "mariadb", "mysqlimport", "sshpass");
  private static final int MOST_BETWEEN = 4;
  private static final int LONGEST_WORD = 64;

  private final String text;
  private final Spans hidden;
  private String program = "";

  ShellWords(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  void lineEnds() {
    program = "";
  }

  /// Looks at what follows a word.
  ///
  /// @return where to go on, which is behind what was hidden
  int word(String name, int at, int end, int to) {
    String small = name.length() > LONGEST_WORD ? "" : name.toLowerCase(Locale.ROOT);
    if (isOption(at)) {
      return option(name, at, end, to);
    }
    if (USER_PROGRAMS.contains(small) || MYSQL.contains(small) || small.equals("redis-cli")) {
      program = small;
    }
    if (end >= to || !Character.isWhitespace(text.charAt(end))) {
      return end;
    }
    boolean spoken = small.equals("identified") || SCHEMES.contains(small);
    return spoken || SecretNames.isSecret(name) ? sentence(small, end, to) : end;
  }

  private boolean isOption(int at) {
    return at > 0
        && text.charAt(at - 1) == '-'
        && (at == 1 || text.charAt(at - 2) == '-' || Character.isWhitespace(text.charAt(at - 2)));
  }

  private int option(String name, int at, int end, int to) {
    int next = Chars.skipBlanks(text, end, to);
    boolean user = (name.equals("u") || name.equals("user")) && USER_PROGRAMS.contains(program);
    if (user || name.equals("proxy-user")) {
      int stop = wordEnd(next, to);
      int colon = text.indexOf(':', next, stop);
      if (colon >= 0) {
        hidden.hide(colon + 1, stop);
        return stop;
      }
      return end;
    }
    if (MYSQL.contains(program) && name.startsWith("p") && !name.startsWith("port")) {
      boolean attached = name.length() > 1;
      int from = attached ? at + 1 : next;
      boolean given = attached || program.equals("sshpass");
      int stop = given ? wordEnd(from, to) : from;
      hidden.hide(from, stop);
      return Math.max(end, stop);
    }
    boolean secret =
        SecretNames.isSecret(name) || (program.equals("redis-cli") && name.equals("a"));
    if (secret && next > end && next < to && text.charAt(next) != '-') {
      return hideWord(next, to);
    }
    return end;
  }

  private int hideWord(int at, int to) {
    Optional<Quoted> string = Quoted.at(text, at, at, to);
    int stop = string.map(Quoted::next).orElseGet(() -> wordEnd(at, to));
    hidden.hide(string.map(Quoted::from).orElse(at), string.map(Quoted::to).orElse(stop));
    return stop;
  }

  private int wordEnd(int at, int to) {
    int end = at;
    while (end < to
        && !Character.isWhitespace(text.charAt(end))
        && !Chars.isLineEnd(text, end, to)) {
      end++;
    }
    return end;
  }

  private int sentence(String name, int end, int to) {
    int at = Chars.skipBlanks(text, end, to);
    boolean anyWord = false;
    for (int i = 0; i < MOST_BETWEEN; i++) {
      int stop = at;
      while (stop < to && stop - at < LONGEST_WORD && Chars.isWord(text.charAt(stop))) {
        stop++;
      }
      String word = text.substring(at, stop).toLowerCase(Locale.ROOT);
      if (!(anyWord || BETWEEN.contains(word)) || Looks.password(text, at, stop)) {
        break;
      }
      anyWord = word.equals("for");
      at = Chars.skipBlanks(text, stop, to);
    }
    return told(name, at, end, to);
  }

  private int told(String name, int at, int end, int to) {
    Optional<Quoted> string = at < to ? Quoted.at(text, at, at, to) : Optional.empty();
    if (string.isPresent()) {
      Quoted found = string.get();
      boolean told = SPOKEN.contains(name) || Looks.password(text, found.from(), found.to());
      hidden.hide(found.from(), told ? found.to() : found.from());
      return told ? found.next() : end;
    }
    int stop = wordEnd(at, to);
    while (stop > at && ".,;:)]}\"'".indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    if (isNamed(at, stop)) {
      return end;
    }
    boolean number = NUMBERS.contains(name) && isNumber(at, stop);
    boolean scheme = SCHEMES.contains(name) && stop - at > 15;
    if (number || scheme || Looks.password(text, at, stop)) {
      hidden.hide(at, stop);
      return Math.max(end, stop);
    }
    return end;
  }

  /// `name=value`, which is looked at by its own name.
  private boolean isNamed(int at, int stop) {
    int i = at;
    while (i < stop && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    return i > at && i < stop && text.charAt(i) == '=';
  }

  private boolean isNumber(int at, int stop) {
    return stop - at > 2
        && text.substring(at, stop).chars().allMatch(c -> Chars.isDigit((char) c) || c == '-');
  }
}
