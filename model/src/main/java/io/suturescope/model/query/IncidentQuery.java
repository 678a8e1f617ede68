package io.suturescope.model.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What to show: terms joined by AND (cli.md, "Query language"). The same object serves table,
/// timeline, digest, export and command line. Its text form parses back to an equal query.
public record IncidentQuery(List<QueryTerm> terms) {

  /// Every crash; verification copies are folded unless `is:copy` asks for them.
  public static final IncidentQuery ALL = new IncidentQuery(List.of());

  public IncidentQuery {
    terms = List.copyOf(terms);
  }

  /// Parses what somebody typed. Never guesses: an unknown key or a bad value is a problem with its
  /// position.
  public static QueryParse parse(String text) {
    return new QueryParser(text).parse();
  }

  /// The terms of one key.
  public List<QueryTerm> of(QueryKey key) {
    return terms.stream().filter(t -> t.key().equals(Optional.of(key))).toList();
  }

  /// The bare words.
  public List<QueryTerm> words() {
    return terms.stream().filter(t -> t.key().isEmpty()).toList();
  }

  /// This query with every term of the key taken out and the given one put at the end: what a click
  /// on a chart, a badge or a number does.
  public IncidentQuery with(QueryTerm term) {
    return with(Optional.of(term), term.key().map(k -> new QueryKey[] {k}).orElse(new QueryKey[0]));
  }

  /// This query with one more term, whatever terms of its key are there already.
  public IncidentQuery and(QueryTerm term) {
    return with(Optional.of(term));
  }

  /// This query without any term of these keys.
  public IncidentQuery without(QueryKey... keys) {
    return with(Optional.empty(), keys);
  }

  private IncidentQuery with(Optional<QueryTerm> added, QueryKey... replaced) {
    Predicate<QueryTerm> gone = t -> t.key().filter(Arrays.asList(replaced)::contains).isPresent();
    List<QueryTerm> kept = new ArrayList<>(terms);
    kept.removeIf(gone);
    added.ifPresent(kept::add);
    return new IncidentQuery(kept);
  }

  /// The canonical text: `severity:>=high fn:save* -state:fixed since:2d`.
  public String text() {
    return terms.stream().map(QueryText::of).collect(Collectors.joining(" "));
  }

  /// True when both ask for the same, wherever the terms stood in their texts.
  public boolean sameMeaning(IncidentQuery other) {
    if (terms.size() != other.terms.size()) {
      return false;
    }
    for (int i = 0; i < terms.size(); i++) {
      if (!terms.get(i).sameMeaning(other.terms.get(i))) {
        return false;
      }
    }
    return true;
  }
}
