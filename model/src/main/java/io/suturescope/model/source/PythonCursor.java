package io.suturescope.model.source;

import io.suturescope.model.source.PythonToken.Kind;
import java.util.List;

/// Walks over tokens.
final class PythonCursor {
  private final List<PythonToken> tokens;
  private int at;

  PythonCursor(List<PythonToken> tokens) {
    this.tokens = tokens;
  }

  PythonToken now() {
    return tokens.get(at);
  }

  PythonToken next() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  /// Steps over the token; never over END.
  PythonToken take() {
    PythonToken taken = now();
    if (taken.kind() != Kind.END) {
      at++;
    }
    return taken;
  }

  boolean at(String word) {
    return now().is(word);
  }

  boolean at(Kind kind) {
    return now().kind() == kind;
  }

  boolean atName() {
    return atName(now());
  }

  static boolean atName(PythonToken token) {
    return token.kind() == Kind.NAME && !PythonKeywords.isKeyword(token.text());
  }

  boolean accept(String word) {
    boolean there = at(word);
    if (there) {
      take();
    }
    return there;
  }

  boolean accept(Kind kind) {
    boolean there = at(kind);
    if (there) {
      take();
    }
    return there;
  }

  void expect(String word, String where) {
    if (!accept(word)) {
      throw unexpected("`" + word + "` is missing " + where);
    }
  }

  void expectName(String where) {
    if (!atName()) {
      throw unexpected("a name is missing " + where);
    }
    take();
  }

  /// A failure at the present token.
  Malformed unexpected(String what) {
    return new Malformed(now().line(), what + ", where " + now().spoken() + " stands");
  }

  Malformed malformed(String reason) {
    return new Malformed(now().line(), reason);
  }
}
