package io.suturescope.model.source;

import io.suturescope.model.source.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a statement does with its value, told from one line.
///
/// @param word the keyword that begins it, `=` for an assignment, empty for a bare expression
/// @param target what is assigned to, without blanks; else empty
record StatementKind(String word, String target) {
  /// The kinds of the statements in a line; empty when the line is a part of something longer.
  static Optional<List<StatementKind>> of(String line) {
    String text = line.strip();
    try {
      List<StatementKind> kinds = new ArrayList<>();
      List<PythonToken> statement = new ArrayList<>();
      int open = 0;
      for (PythonToken token : PythonTokens.ofFile(text)) {
        open += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
        open -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
        if (token.kind() == Kind.NEWLINE || (open == 0 && token.is(";"))) {
          kinds.add(ofStatement(text, statement));
          statement.clear();
        } else {
          statement.add(token);
        }
      }
      return Optional.of(List.copyOf(kinds));
    } catch (Malformed fragment) {
      return Optional.empty();
    }
  }

  private static StatementKind ofStatement(String text, List<PythonToken> tokens) {
    if (tokens.isEmpty()) {
      return new StatementKind("", "");
    }
    PythonToken first = tokens.getFirst();
    if (first.is("@")
        || (first.kind() == Kind.NAME && PythonKeywords.beginsStatement(first.text()))) {
      return new StatementKind(first.text(), "");
    }
    int open = 0;
    Optional<PythonToken> assignment = Optional.empty();
    for (PythonToken token : tokens) {
      if (token.is("lambda")) {
        break;
      }
      open += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
      open -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
      if (open == 0 && token.kind() == Kind.OPERATOR && assigns(token.text())) {
        assignment = Optional.of(token);
      }
    }
    return assignment
        .map(token ->
            new StatementKind(
                token.text(), text.substring(first.from(), token.from()).replaceAll("\\s", "")))
        .orElse(new StatementKind("", ""));
  }

  private static boolean assigns(String operator) {
    return operator.endsWith("=") && !Set.of("==", "!=", "<=", ">=", ":=").contains(operator);
  }

  /// How a sentence names it.
  String spoken() {
    if (!target.isEmpty()) {
      return "an assignment to `" + target + "`";
    }
    return word.isEmpty() ? "a bare expression" : "`" + word + "`";
  }
}
