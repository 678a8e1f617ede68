package io.suturescope.app.cli;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// The words behind a command that form a query. They may stand in one shell word or in several;
/// `-term` is a negation here, not an option.
final class QueryArgument {

  /// A private-use character: nothing that anybody types.
  private static final String PROTECTED = "\uE000";

  private static final Pattern NEGATED = Pattern.compile("-[^-0-9].+", Pattern.DOTALL);

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to count and show, such as 'severity:>=high since:2d' (default: all).")
  private List<String> words = new ArrayList<>();

  /// Keeps `-term` behind a command that takes a query from being read as an option: `-hour:09-17`
  /// is no `-h`. Options of one dash have one letter, and none has a value.
  static String[] protect(String[] args, CommandLine program) {
    String[] safe = args.clone();
    boolean query = false;
    for (int i = 0; i < safe.length; i++) {
      CommandLine command = program.getSubcommands().get(safe[i]);
      query |= command != null && takesQuery(command);
      if (query && NEGATED.matcher(safe[i]).matches()) {
        safe[i] = PROTECTED + safe[i];
      }
    }
    return safe;
  }

  static boolean takesQuery(CommandLine command) {
    return command.getCommandSpec().mixins().values().stream().anyMatch(QueryArgument::is);
  }

  private static boolean is(CommandSpec mixin) {
    return mixin.userObject() instanceof QueryArgument;
  }

  /// Sets up a command that takes a query, and explains the language in its help.
  static void prepare(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    List<String> footer = new ArrayList<>(List.of(usage.footer()));
    footer.add("");
    footer.add(
        "A query is terms joined by AND; -term negates, a,b inside a value means either, quotes");
    footer.add("hold spaces, and a bare word is looked for in message, function and stack. Keys:");
    for (QueryKey key : QueryKey.values()) {
      footer.add("  %-13s%s".formatted(key.word() + ":", key.meaning()));
    }
    usage.footer(footer.toArray(String[]::new));
  }

  /// @throws ParameterException with marks below the wrong part
  IncidentQuery query(CommandLine command) {
    String text = String.join(" ", words).replace(PROTECTED, "");
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
