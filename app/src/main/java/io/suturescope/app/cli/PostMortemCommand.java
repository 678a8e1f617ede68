package io.suturescope.app.cli;

import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.postmortem.PostMortem;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.StoredIncident;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `suturescope postmortem`: the draft of a post-mortem of one incident.
@Command(
    name = "postmortem",
    header = "Write the draft of a post-mortem of one incident.",
    description = {
      "Timeline, patch, verdicts and open questions as Markdown: recorded facts only, each with the"
          + " file that it stands in. Values and messages that look like secrets are masked."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope incidents severity:critical --format json --limit 1 | jq -r .incident_id",
      "  suturescope postmortem 3f9a0c1b2d4e --out post-mortem.md"
    })
final class PostMortemCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "Id of an incident, 12 hexadecimal digits.")
  private String incident = "";

  @Mixin private final OutOption out = new OutOption();

  private final Console console;
  private final CommonOptions options;

  PostMortemCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    return new Workspace(console, options).reading(this::draft);
  }

  private int draft(IncidentStore store) throws IOException {
    Reading reading = store.reading();
    List<StoredIncident> called = reading.incidents(incident);
    if (called.size() != 1) {
      console.say(
          called.isEmpty()
              ? "No incident of the workspace is called " + Visible.line(incident) + "."
              : called.size() + " records are called " + Visible.line(incident) + ":");
      for (StoredIncident each : called) {
        console.say("  " + Visible.line(each.place().file()) + ":" + each.place().line());
      }
      return ExitCode.USAGE;
    }
    Clock clock = options.clock();
    PatchExaminer examiner = new PatchExaminer(reading, clock);
    return out.write(
        new PostMortem(reading, examiner, clock.instant(), clock.getZone())
            .markdown(called.getFirst()),
        console);
  }
}
