package io.suturescope.app.cli;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/// `suturescope patches`: the patches that match a query, each with what its files say now.
@Command(
    name = "patches",
    header = "List patches.",
    description = {
      "Each patch with its states, its signature, the Python that made it, where its original is"
          + " from and whether its suggestion can be used. The files of the patches are read as"
          + " they are now."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope patches",
      "  suturescope patches 'effective:expired_loads -state:fixed'",
      "  suturescope patches guard:null_guard --format markdown",
      "  suturescope patches --json | jq -r 'select(.original == \"none\") | .patch'"
    })
final class PatchesCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final QueryArgument argument = new QueryArgument();

  @Mixin private final ListOptions list = new ListOptions();

  private final Console console;
  private final CommonOptions options;

  PatchesCommand(Console console, CommonOptions options) {
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
          print(store, query, chosen, most);
          return ExitCode.DONE;
        });
  }

  private void print(IncidentStore store, IncidentQuery query, ListFormat chosen, long most)
      throws IOException {
    Reading reading = store.reading();
    List<PatchRow> rows = reading.patches(query);
    List<PatchRow> wanted = rows.stream().limit(most).toList();
    if (wanted.isEmpty() && !options.quiet() && chosen == ListFormat.TABLE) {
      console.say("No patch matches.");
    }
    try (RowFormat<Examination> out =
        chosen.open(new PatchKind(), console, options, list.redact())) {
      new PatchExaminer(reading, options.clock())
          .examine(
              wanted,
              examined -> {
                try {
                  out.print(examined);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
