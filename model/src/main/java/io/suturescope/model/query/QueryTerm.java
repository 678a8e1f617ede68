package io.suturescope.model.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One term: all terms of a query must hold; of the values of one term any may.
///
/// @param key empty for a bare word, whose values are {@link QueryValue.Text}
/// @param start position of the term in the text it was parsed from; 0 for a term made by a click
/// @param end position behind the term
public record QueryTerm(
    Optional<QueryKey> key, boolean negated, List<QueryValue> values, int start, int end) {

  public QueryTerm {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a term needs a value");
    }
  }

  public static QueryTerm of(QueryKey key, QueryValue value) {
    return new QueryTerm(Optional.of(key), false, List.of(value), 0, 0);
  }

  /// Any of these words.
  public static QueryTerm ofWords(QueryKey key, String... words) {
    return new QueryTerm(
        Optional.of(key),
        false,
        Arrays.stream(words).<QueryValue>map(QueryValue.Word::new).toList(),
        0,
        0);
  }

  /// The same term, asking for the opposite.
  public QueryTerm not() {
    return new QueryTerm(key, !negated, values, start, end);
  }

  /// Equal but for where it stood.
  public boolean sameMeaning(QueryTerm other) {
    return key.equals(other.key) && negated == other.negated && values.equals(other.values);
  }
}
