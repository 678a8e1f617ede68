package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.AgentEntry;
import io.suturescope.app.agent.Reply;
import io.suturescope.app.agent.Unfit;
import io.suturescope.app.export.JsonOut;
import io.suturescope.app.imports.AgentImport;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.SourceReport;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `suturescope agents pull`: what agents tell, into the workspace.
@Command(
    name = "pull",
    header = "Bring what agents tell into the workspace: incidents, patches, verdicts, lifecycle.",
    description = {
      "Each agent becomes one source. A crash that is in the workspace already, from the project's"
          + " folder, is not counted again. Incidents that were pulled before are not asked for"
          + " again; patches and verdicts are replaced by what the agent says now.",
      "",
      "The exit code is 1 when an agent does not answer: then nothing of it is changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents pull",
      "  suturescope agents pull web-1 && suturescope patches effective:live agent:web-1"
    })
final class AgentsPullCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Enrolled agents; all of them without a name.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Ask for all incidents, also those that were pulled before.")
  private boolean all;

  private final Console console;
  private final CommonOptions options;
  private final CancelOnSignal signal;

  AgentsPullCommand(Console console, CommonOptions options, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.signal = signal;
  }

  /// What came of one agent.
  ///
  /// @param reason why there is no report
  /// @param more true when there are more incidents than were taken at one time
  private record Pulled(
      AgentEntry entry,
      Optional<SourceReport> report,
      String reason,
      List<PatchReport> patches,
      long verdicts,
      boolean more) {

    static Pulled not(AgentEntry entry, String reason) {
      return new Pulled(entry, Optional.empty(), reason, List.of(), 0, false);
    }

    long live() {
      return patches.stream()
          .filter(patch -> patch.memory().equals("patched") || patch.memory().equals("mixed"))
          .count();
    }
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console)) {
      List<AgentEntry> entries = new ArrayList<>();
      for (String name : names.stream().distinct().toList()) {
        List<AgentEntry> meant = room.entries(Optional.of(name));
        if (meant.isEmpty()) {
          return ExitCode.INPUT;
        }
        entries.addAll(meant);
      }
      if (names.isEmpty()) {
        entries.addAll(room.entries(Optional.empty()));
      }
      return entries.isEmpty()
          ? ExitCode.INPUT
          : new Workspace(console, options).making(store -> pull(room, entries, store));
    }
  }

  private int pull(ControlRoom room, List<AgentEntry> entries, IncidentStore store)
      throws IOException {
    boolean whole = true;
    for (AgentEntry entry : entries) {
      Pulled pulled = pull(room, entry, store);
      if (options.json()) {
        json(pulled);
      } else {
        say(pulled);
      }
      whole &= pulled.report().isPresent() && pulled.report().get().problems().isEmpty();
    }
    return whole ? ExitCode.DONE : ExitCode.ATTENTION;
  }

  private Pulled pull(ControlRoom room, AgentEntry entry, IncidentStore store) {
    AgentImport job = new AgentImport(store);
    signal.onSignal(job::cancel);
    try {
      Answers answers = new Answers(room.clientOf(entry));
      Optional<Instant> since = all ? Optional.empty() : job.since(entry.name());
      answers.ask(AgentClient::agent);
      Optional<List<PatchReport>> patches = answers.ask(AgentClient::patches);
      Optional<AgentClient.Incidents> incidents = answers.ask(agent -> agent.incidents(since));
      Optional<List<Verdict>> verdicts = answers.ask(AgentClient::verdicts);
      if (patches.isEmpty() || incidents.isEmpty() || verdicts.isEmpty()) {
        return Pulled.not(entry, answers.reason);
      }
      AgentImport.Told told =
          new AgentImport.Told(
              entry.name(),
              answers.instance,
              options.clock().instant(),
              incidents.get().lines(),
              patches.get(),
              verdicts.get());
      return new Pulled(
          entry,
          Optional.of(job.run(told)),
          "",
          patches.get(),
          verdicts.get().size(),
          incidents.get().more());
    } catch (Unfit e) {
      return Pulled.not(entry, e.sentence());
    }
  }

  /// What one life of an agent answers; after the first failure nothing more is asked.
  private static final class Answers {

    private final AgentClient agent;
    private String reason = "";
    private String instance = "";

    Answers(AgentClient agent) {
      this.agent = agent;
    }

    <T> Optional<T> ask(Function<AgentClient, Reply<T>> question) {
      if (!reason.isEmpty()) {
        return Optional.empty();
      }
      Reply<T> reply = question.apply(agent);
      if (!(reply instanceof Reply.Told<T>(T value, String life))) {
        reason = reply.sentence();
        return Optional.empty();
      }
      if (!instance.isEmpty() && !instance.equals(life)) {
        reason = "it was started again meanwhile: pull once more";
        return Optional.empty();
      }
      instance = life;
      return Optional.of(value);
    }
  }

  private void say(Pulled pulled) throws IOException {
    if (pulled.report().isEmpty()) {
      console.say(
          Visible.line(
              pulled.entry().name() + ": " + pulled.reason() + "; nothing of it was changed."));
      return;
    }
    SourceReport report = pulled.report().get();
    console
        .out()
        .write(
            Visible.line(
                    "%s: %d new crashes, %d patches (%d in memory), %d verdicts%s"
                        .formatted(
                            pulled.entry().name(),
                            report.incidents().fresh(),
                            pulled.patches().size(),
                            pulled.live(),
                            pulled.verdicts(),
                            pulled.more() ? "; there are more incidents: pull again" : ""))
                + "\n");
    for (ImportProblem problem : report.problems()) {
      console.say(
          Visible.line(
              pulled.entry().name()
                  + ": "
                  + problem.file()
                  + (problem.line() > 0 ? ":" + problem.line() : "")
                  + ": "
                  + problem.reason()));
    }
  }

  private void json(Pulled pulled) throws IOException {
    try (JsonGenerator json = JsonOut.on(console.out())) {
      json.writeStartObject();
      json.writeStringProperty("agent", pulled.entry().name().text());
      json.writeBooleanProperty("pulled", pulled.report().isPresent());
      AgentsText.text(
          json, "reason", Optional.of(pulled.reason()).filter(reason -> !reason.isEmpty()));
      Optional<SourceReport> report = pulled.report();
      json.writeNumberProperty(
          "new_crashes", report.map(each -> each.incidents().fresh()).orElse(0L));
      json.writeNumberProperty(
          "crashes", report.map(each -> each.incidents().crashes()).orElse(0L));
      json.writeNumberProperty("patches", pulled.patches().size());
      json.writeNumberProperty("in_memory", pulled.live());
      json.writeNumberProperty("verdicts", pulled.verdicts());
      json.writeBooleanProperty("more", pulled.more());
      AgentsText.texts(
          json,
          "problems",
          report.stream()
              .flatMap(each -> each.problems().stream())
              .map(ImportProblem::reason)
              .toList());
      json.writeEndObject();
    }
    console.out().write('\n');
  }
}
