package io.suturescope.model.query;

import java.util.List;

/// What parsing a query text came to.
public sealed interface QueryParse {

  record Understood(IncidentQuery query) implements QueryParse {}

  /// @param problems at least one, in the order of their positions
  record Wrong(List<QueryProblem> problems) implements QueryParse {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
