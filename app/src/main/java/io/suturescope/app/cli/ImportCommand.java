package io.suturescope.app.cli;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.imports.ImportStep;
import io.suturescope.app.store.ImportProgress;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.SourceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `suturescope import`: reads sources into the workspace.
@Command(
    name = "import",
    header = "Read folders, files and archives into the workspace.",
    description = {
      "A source is a CodeSuture project folder, any folder or file in it (the whole project is read"
          + " then), a single log, or a zip or tar.gz of these. Nothing is written to what is read, and"
          + " nothing in it is run. Importing again reads only what is new."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope import /srv/shop",
      "  suturescope import shop.zip api.tar.gz incidents_2026-11-20.jsonl",
      "  suturescope import /srv/shop --json | jq '.sources[].problems'"
    })
final class ImportCommand implements Callable<Integer> {

  private static final int USUAL_WIDTH = 80;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Folders, single files, zip or tar.gz archives.")
  private List<Path> paths = new ArrayList<>();

  private final Console console;
  private final CommonOptions options;
  private final CancelOnSignal signal;

  ImportCommand(Console console, CommonOptions options, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.signal = signal;
  }

  @Override
  public Integer call() throws Exception {
    return new Workspace(console, options).making(this::importInto);
  }

  private int importInto(IncidentStore store) throws IOException {
    ImportJob job = new ImportJob(store);
    signal.onSignal(job::cancel);
    boolean progress = console.surroundings().errIsTerminal() && !options.quiet();
    int width = progress ? console.surroundings().columns().orElse(USUAL_WIDTH) - 1 : 0;
    Consumer<ImportStep> steps = progress ? step -> show(step, width) : step -> {};
    long started = System.nanoTime();
    List<ImportOutcome> outcomes = job.run(paths, steps);
    long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
    if (progress) {
      console.status("");
    }
    report(store, took, outcomes);
    return exitCode(outcomes);
  }

  private void show(ImportStep step, int width) {
    ImportProgress now = step.progress();
    long percent =
        now.bytesTotal() == 0 ? 0 : Math.min(100, now.bytesRead() * 100 / now.bytesTotal());
    String text =
        "%3d %%  %,d lines  %s  %s"
            .formatted(percent, now.lines(), Visible.line(step.source()), Visible.line(now.file()));
    console.status(CellWidth.fit(text, width));
  }

  private void report(IncidentStore store, long took, List<ImportOutcome> outcomes)
      throws IOException {
    if (options.json()) {
      ImportReportJson.write(store.file(), took, outcomes, console.out());
    } else {
      ImportReportText text = new ImportReportText(console.out());
      for (ImportOutcome outcome : outcomes) {
        text.write(outcome);
      }
    }
    console.flush();
    for (ImportOutcome outcome : outcomes) {
      switch (outcome) {
        case ImportOutcome.Refused(Path named, String reason) ->
            console.say(Visible.line(named + ": " + reason));
        case ImportOutcome.Cancelled(Path named) ->
            console.say(Visible.line(named + ": cancelled"));
        case ImportOutcome.Imported imported -> {}
      }
    }
  }

  private static int exitCode(List<ImportOutcome> outcomes) {
    if (outcomes.stream().anyMatch(ImportOutcome.Cancelled.class::isInstance)) {
      return ExitCode.CANCELLED;
    }
    if (outcomes.stream().anyMatch(ImportOutcome.Refused.class::isInstance)) {
      return ExitCode.INPUT;
    }
    boolean attention =
        outcomes.stream()
            .anyMatch(o -> o instanceof ImportOutcome.Imported i && needsAttention(i.report()));
    return attention ? ExitCode.ATTENTION : ExitCode.DONE;
  }

  private static boolean needsAttention(SourceReport report) {
    return !report.problems().isEmpty()
        || report.problemsOmitted() > 0
        || report.signature().getOrDefault("invalid", 0L) > 0;
  }
}
