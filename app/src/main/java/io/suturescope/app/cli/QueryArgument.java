package io.suturescope.app.cli;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// The words behind a command that form a query. They may stand in one shell word or in several;
/// `-term` is a negation here, not an option.
final class QueryArgument {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to count and show, such as 'severity:>=high since:2d' (default: all).")
  private List<String> words = new ArrayList<>();

  /// @throws ParameterException with marks below the wrong part
  IncidentQuery query(CommandLine command) {
    for (String word : words) {
      if (word.startsWith("--")) {
        throw new ParameterException(command, "Unknown option: " + Visible.line(word));
      }
    }
    String text = String.join(" ", words);
    return switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> query;
      case QueryParse.Wrong(List<QueryProblem> problems) ->
          throw new ParameterException(command, explain(text, problems));
    };
  }

  private static String explain(String text, List<QueryProblem> problems) {
    return String.join(
        System.lineSeparator(), problems.stream().map(problem -> problem.explain(text)).toList());
  }
}
