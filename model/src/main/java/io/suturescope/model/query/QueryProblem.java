package io.suturescope.model.query;

/// Why a query cannot be understood, and what would be right.
///
/// @param start position of the first wrong character, from 0
/// @param end position behind the last wrong character
/// @param message what is wrong, one sentence
/// @param proposal text that would be right in its place; empty when none suggests itself
public record QueryProblem(int start, int end, String message, String proposal) {

  /// For a terminal: the query, a line of marks below the wrong part, and what is wrong.
  public String explain(String query) {
    int width = Math.max(1, end - start);
    return query
        + System.lineSeparator()
        + " ".repeat(start)
        + "^".repeat(width)
        + System.lineSeparator()
        + message
        + (proposal.isEmpty() ? "" : " Did you mean " + proposal + "?");
  }
}
