package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.Reply;
import io.suturescope.model.control.AgentReport;
import io.suturescope.model.control.PatchReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A patch of a running agent.
record LivePatch(AgentClient agent, PatchReport patch) {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int MOST_NAMED = 20;

  /// The patch that a name means among all that the agents know: an agent's own id, the id that
  /// `patches` prints, or `module:qualname`. Names are compared for equality, never by their ends.
  ///
  /// @return without a patch after the console has said why
  static Found find(String name, List<AgentClient> agents, Console console) throws Exception {
    List<LivePatch> all = new ArrayList<>();
    List<AgentClient> there = reachable(agents, console);
    boolean complete = there.size() == agents.size();
    for (AgentClient agent : there) {
      Reply<List<PatchReport>> reply = agent.patches();
      if (reply instanceof Reply.Told<List<PatchReport>>(List<PatchReport> patches, String _)) {
        patches.forEach(patch -> all.add(new LivePatch(agent, patch)));
      } else {
        complete = false;
        console.say(Visible.line(agent.entry().name() + ": " + reply.sentence() + "."));
      }
    }
    List<LivePatch> meant = meant(name, all);
    if (meant.size() == 1) {
      return new Found(Optional.of(meant.getFirst()), ExitCode.DONE);
    }
    say(name, meant, complete, console);
    int code = complete || !meant.isEmpty() ? ExitCode.USAGE : ExitCode.ATTENTION;
    return new Found(Optional.empty(), agents.isEmpty() ? ExitCode.INPUT : code);
  }

  /// What a name led to.
  ///
  /// @param code the exit code where there is no patch
  record Found(Optional<LivePatch> patch, int code) {}

  /// Asks all at the same time, so that agents which are away cost two seconds together.
  static List<AgentClient> reachable(List<AgentClient> agents, Console console) throws Exception {
    if (agents.size() < 2) {
      return agents;
    }
    Map<AgentClient, CompletableFuture<Reply<AgentReport>>> asked = new LinkedHashMap<>();
    agents.forEach(agent -> asked.put(agent, agent.agentWithin(LIMIT)));
    List<AgentClient> there = new ArrayList<>();
    for (Map.Entry<AgentClient, CompletableFuture<Reply<AgentReport>>> each : asked.entrySet()) {
      Reply<AgentReport> reply = each.getValue().get();
      if (reply instanceof Reply.Told<AgentReport>) {
        there.add(each.getKey());
      } else {
        console.say(Visible.line(each.getKey().entry().name() + ": " + reply.sentence() + "."));
      }
    }
    return there;
  }

  private static List<LivePatch> meant(String name, List<LivePatch> all) {
    List<Predicate<PatchReport>> ways =
        List.of(
            patch -> patch.patchId().equals(name),
            patch -> patch.lifecycle().stream().anyMatch(row -> row.id().equals(name)),
            patch ->
                patch.guards().stream()
                    .anyMatch(guard -> (patch.function() + ":" + guard).equals(name)),
            patch -> patch.function().equals(name));
    for (Predicate<PatchReport> way : ways) {
      List<LivePatch> found = all.stream().filter(each -> way.test(each.patch())).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static void say(String name, List<LivePatch> meant, boolean complete, Console console) {
    if (meant.isEmpty()) {
      console.say(
          Visible.line(
              "No agent that answers has a patch "
                  + name
                  + (complete ? "." : ", as far as they could be asked.")));
      return;
    }
    console.say(Visible.line(name) + " names " + meant.size() + " patches:");
    meant.stream()
        .limit(MOST_NAMED)
        .map(each ->
            "  "
                + (each.patch().patchId() + "  " + each.patch().function())
                + (" at " + each.patch().file() + ":" + each.patch().line())
                + (" on " + each.agent().entry().name()))
        .forEach(line -> console.say(Visible.line(line)));
    console.say("Give the id, and --agent where several agents have it.");
  }
}
