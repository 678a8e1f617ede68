package io.suturescope.app.cli;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `suturescope incidents`: the crashes that match a query, newest first.
@Command(
    name = "incidents",
    header = "List incidents.",
    description = {
      "Newest first, one line or object each. Verification copies are folded into"
          + " the crash they repeat; is:copy shows them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope incidents 'severity:>=high since:2d'",
      "  suturescope incidents fn:save* -status:replayed --limit 20",
      "  suturescope incidents guard:key_guard --format csv > keys.csv",
      "  suturescope incidents --json | jq .exception_message"
    })
final class IncidentsCommand implements Callable<Integer> {

  /// Ends the reading when the limit is reached.
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("limit reached", null, false, false);
    }
  }

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final QueryArgument argument = new QueryArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: table).")
  private Optional<ListFormat> format = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Print at most so many.")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--redact",
      description = "Mask secrets in JSON and CSV too. Tables and Markdown always are masked.")
  private boolean redact;

  private final Console console;
  private final CommonOptions options;

  IncidentsCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    CommandLine command = spec.commandLine();
    IncidentQuery query = argument.query(command);
    ListFormat chosen = Formats.choose(command, options, format, ListFormat.TABLE, ListFormat.JSON);
    if (limit.isPresent() && limit.get() < 0) {
      throw new ParameterException(command, "--limit cannot be below 0.");
    }
    OptionalLong most = limit.map(OptionalLong::of).orElse(OptionalLong.empty());
    return new Workspace(console, options)
        .reading(store -> {
          long printed = print(store, query, chosen, most);
          if (printed == 0 && !options.quiet() && chosen == ListFormat.TABLE) {
            console.say("No incident matches.");
          }
          return ExitCode.DONE;
        });
  }

  private long print(IncidentStore store, IncidentQuery query, ListFormat chosen, OptionalLong most)
      throws IOException {
    long[] printed = {0};
    try (RowFormat<StoredIncident> rows =
        chosen.open(new IncidentKind(), console, options, redact)) {
      Consumer<StoredIncident> printing =
          incident -> {
            if (most.isPresent() && printed[0] >= most.getAsLong()) {
              throw new Enough();
            }
            try {
              rows.print(incident);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            printed[0]++;
          };
      store.reading().forEachIncident(query, RowOrder.NEWEST_FIRST, printing);
    } catch (Enough enough) {
      return printed[0];
    }
    return printed[0];
  }
}
