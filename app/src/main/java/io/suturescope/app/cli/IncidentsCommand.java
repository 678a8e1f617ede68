package io.suturescope.app.cli;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

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

  @Mixin private final ListOptions list = new ListOptions();

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
    ListFormat chosen = list.format(command, options);
    long most = list.limit(command);
    return new Workspace(console, options)
        .reading(store -> {
          long printed = print(store, query, chosen, most);
          if (printed == 0 && !options.quiet() && chosen == ListFormat.TABLE) {
            console.say("No incident matches.");
          }
          return ExitCode.DONE;
        });
  }

  private long print(IncidentStore store, IncidentQuery query, ListFormat chosen, long most)
      throws IOException {
    long[] printed = {0};
    try (RowFormat<StoredIncident> rows =
        chosen.open(new IncidentKind(), console, options, list.redact())) {
      Consumer<StoredIncident> printing =
          incident -> {
            if (printed[0] >= most) {
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
