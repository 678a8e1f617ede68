package io.suturescope.model.guard;

import java.util.Optional;

/// Sentences about guards that put another value into a variable.
final class ReplacedVariable {
  private ReplacedVariable() {}

  static Words none(Facts facts, String variable, String value) {
    Words words =
        Words.of("If ", variable, " is None, ", facts.function(), " now goes on with ", value);
    Optional<String> stored = facts.storedAttribute(variable);
    if (stored.isPresent()) {
      return words
          .then(" in its place, and fails where it sets ", stored.get(), ", which ", value)
          .then(" cannot have.");
    }
    return facts.question().exceptionType().equals("ValueError")
        ? words.then(" in its place; the ", "ValueError", " that it was patched for still happens.")
        : words.then(" in its place and returns what follows from that.");
  }

  static Words number(Facts facts, String variable, String value) {
    if (facts.collectsArguments(variable)) {
      return Words.of(
          "Nothing changes for callers: the guard replaces text only, and ",
          variable,
          " of ",
          facts.function(),
          " always holds a tuple of arguments.");
    }
    return Words.of(
        "If ",
        variable,
        " is text but no plain whole number, ",
        facts.function(),
        " now goes on with ",
        value,
        " in its place and returns what follows from that.");
  }

  static Words text(Facts facts, String variable) {
    return Words.of(
        "If ",
        variable,
        " is not text, ",
        facts.function(),
        " now goes on with ",
        "str(" + variable + ")",
        ", so that None becomes the text ",
        "'None'",
        ".");
  }
}
