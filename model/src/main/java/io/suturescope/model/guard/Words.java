package io.suturescope.model.guard;

import io.suturescope.model.guard.GuardExplanation.Phrase;
import java.util.ArrayList;
import java.util.List;

/// A sentence in the making.
final class Words {
  private static final int SHOWN = 3;

  private final List<Phrase> phrases = new ArrayList<>();

  /// A sentence from alternating words and code, words first: every second part is code.
  static Words of(String... parts) {
    Words words = new Words();
    for (int part = 0; part < parts.length; part++) {
      words.add(parts[part], part % 2 == 1);
    }
    return words;
  }

  /// Words, then code, and so on.
  Words then(String... parts) {
    Words more = of(parts);
    phrases.addAll(more.phrases);
    return this;
  }

  /// Code in a row: `a`, `b` or `c`; of many the first ones and how many more there are.
  Words list(List<String> codes, String last) {
    boolean many = codes.size() > SHOWN + 1;
    int shown = many ? SHOWN : codes.size();
    for (int code = 0; code < shown; code++) {
      if (code > 0) {
        add(code + 1 == codes.size() ? " " + last + " " : ", ", false);
      }
      add(codes.get(code), true);
    }
    if (many) {
      add(" " + last + " one of " + (codes.size() - SHOWN) + " more", false);
    }
    return this;
  }

  private void add(String text, boolean code) {
    if (!text.isEmpty()) {
      phrases.add(new Phrase(text, code));
    }
  }

  List<Phrase> phrases() {
    return List.copyOf(phrases);
  }

  /// Names and values in backquotes.
  String text() {
    return new GuardExplanation(phrases, List.of(), List.of()).text();
  }
}
