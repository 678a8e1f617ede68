package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.CommandOutcome;
import io.suturescope.model.control.CommandReport;
import io.suturescope.model.control.CommandState;
import io.suturescope.model.control.CommandStep;
import io.suturescope.model.control.Order;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.Preview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// What is printed of an order: for people as it goes, as JSON one object at the end.
final class OrderText {

  private static final int LONGEST = 1_000;

  private static final Map<String, String> WARNINGS =
      Map.of(
          "in-flight-calls", "calls that are inside the patched code now finish with it",
          "nested", "only closures that live now can be restored",
          "forked-children", "forked processes keep their patches",
          "shadow-active", "shadow mode is running; it may take up to 6 seconds",
          "files-shared", "another patch has files of the same name",
          "no-hold", "without a hold CodeSuture may patch the function again at once");

  /// What the agent calls the functions of a step: they speak for themselves.
  private static final String LIST = "list";

  private final Writer out;
  private final AgentName agent;
  private final Order order;
  private final String about;
  private final boolean asJson;

  /// @param about what the order is about, for people
  OrderText(Writer out, AgentName agent, Order order, String about, boolean asJson) {
    this.out = out;
    this.agent = agent;
    this.order = order;
    this.about = about;
    this.asJson = asJson;
  }

  /// What the agent would do.
  void preview(Preview preview) throws IOException {
    if (asJson) {
      try (JsonGenerator json = JsonOut.on(out)) {
        json.writeStartObject();
        json.writeBooleanProperty("dry_run", true);
        head(json);
        would(json, preview);
        json.writeEndObject();
      }
      out.write('\n');
      return;
    }
    line(order.kind().wire() + " " + about + " on " + agent + " will:");
    for (CommandStep step : preview.would()) {
      line("  " + step.name() + details(step));
    }
    if (preview.would().isEmpty()) {
      line("  change nothing");
    }
    preview
        .warnings()
        .forEach(warning -> safeLine("  note: " + WARNINGS.getOrDefault(warning, warning)));
    preview.patch().ifPresent(patch -> safeLine("  seen: etag " + patch.etag()));
  }

  private static String details(CommandStep step) {
    StringBuilder text = new StringBuilder();
    step.details()
        .forEach((name, values) -> {
          if (!values.isEmpty()) {
            text.append(text.isEmpty() ? ": " : "; ");
            text.append(name.equals(LIST) ? "" : name.replace('_', ' ') + " ");
            text.append(String.join(", ", values));
          }
        });
    return text.toString();
  }

  private void line(String text) throws IOException {
    String shown = Visible.line(text);
    out.write(shown.length() > LONGEST ? shown.substring(0, LONGEST) + "...\n" : shown + "\n");
  }

  private void safeLine(String text) {
    try {
      line(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void outcome(String id, Preview preview, CommandOutcome outcome) throws IOException {
    if (asJson) {
      try (JsonGenerator json = JsonOut.on(out)) {
        json.writeStartObject();
        json.writeStringProperty("command", id);
        head(json);
        json.writeStringProperty("outcome", word(outcome));
        AgentsText.text(json, "problem", problem(outcome));
        AgentsText.text(json, "sentence", Optional.of(sentence(outcome)));
        would(json, preview);
        report(outcome).ifPresent(report -> reported(json, report));
        readBack(outcome).ifPresent(patch -> patch(json, "read_back", patch));
        json.writeEndObject();
      }
      out.write('\n');
      return;
    }
    line(sentence(outcome));
    if (!(outcome instanceof CommandOutcome.Done)) {
      report(outcome)
          .ifPresent(report ->
              report
                  .steps()
                  .forEach(
                      step -> safeLine("  " + step.name() + " " + step.state() + details(step))));
    }
    line("command " + id);
  }

  private static String word(CommandOutcome outcome) {
    return switch (outcome) {
      case CommandOutcome.Done _ -> "done";
      case CommandOutcome.Unproven _ -> "unproven";
      case CommandOutcome.Failed(CommandState state, var _, String _) -> state.wire();
      case CommandOutcome.Rejected _ -> "rejected";
      case CommandOutcome.Unknown(CommandState state, String _) -> state.wire();
      case CommandOutcome.Abandoned _ -> "abandoned";
    };
  }

  private String sentence(CommandOutcome outcome) {
    return switch (outcome) {
      case CommandOutcome.Done(CommandReport _, Optional<PatchReport> patch) ->
          "Done, and read back: "
              + patch.map(OrderText::shown).orElse(about + " is no longer listed.");
      case CommandOutcome.Unproven(CommandReport _, Optional<PatchReport> _, String why) ->
          "The agent says that it is done, but " + why + ".";
      case CommandOutcome.Failed(CommandState state, var _, String why) ->
          (state == CommandState.PARTIAL ? "Half done: " : "Not done: ") + why + ".";
      case CommandOutcome.Rejected(String problem, String _) ->
          "Not done: the agent refused (" + problem + ").";
      case CommandOutcome.Unknown(CommandState state, String why) ->
          (state == CommandState.UNKNOWN ? "Outcome not known" : "Not finished")
              + (": " + why.replaceFirst("^outcome not known: ", ""))
              + ". suturescope commands asks again.";
      case CommandOutcome.Abandoned() -> "Not done: it was withdrawn.";
    };
  }

  private static String shown(PatchReport patch) {
    return patch.function()
        + (": memory " + patch.memory() + ", " + patch.files().size() + " files in the store")
        + (patch.held() ? ", held" : ", not held")
        + (patch.lifecycle().isEmpty()
            ? ""
            : ", lifecycle "
                + String.join(
                    ", ", patch.lifecycle().stream().map(PatchReport.Row::state).toList()))
        + ".";
  }

  private static Optional<String> problem(CommandOutcome outcome) {
    return outcome instanceof CommandOutcome.Rejected(String problem, String _)
        ? Optional.of(problem)
        : Optional.empty();
  }

  private static Optional<CommandReport> report(CommandOutcome outcome) {
    return switch (outcome) {
      case CommandOutcome.Done(CommandReport report, var _) -> Optional.of(report);
      case CommandOutcome.Unproven(CommandReport report, var _, var _) -> Optional.of(report);
      case CommandOutcome.Failed(var _, Optional<CommandReport> report, var _) -> report;
      default -> Optional.empty();
    };
  }

  private static Optional<PatchReport> readBack(CommandOutcome outcome) {
    return switch (outcome) {
      case CommandOutcome.Done(var _, Optional<PatchReport> patch) -> patch;
      case CommandOutcome.Unproven(var _, Optional<PatchReport> patch, var _) -> patch;
      default -> Optional.empty();
    };
  }

  private void head(JsonGenerator json) {
    json.writeStringProperty("agent", agent.text());
    json.writeStringProperty("kind", order.kind().wire());
    json.writeStringProperty("target", order.target());
  }

  private static void would(JsonGenerator json, Preview preview) {
    steps(json, "would", preview.would());
    AgentsText.texts(json, "warnings", preview.warnings());
    preview.patch().ifPresent(patch -> patch(json, "patch", patch));
  }

  private static void reported(JsonGenerator json, CommandReport report) {
    steps(json, "steps", report.steps());
    json.writeObjectPropertyStart("after");
    details(json, report.after());
    json.writeEndObject();
  }

  private static void steps(JsonGenerator json, String name, List<CommandStep> steps) {
    json.writeArrayPropertyStart(name);
    for (CommandStep step : steps) {
      json.writeStartObject();
      json.writeStringProperty("step", step.name());
      if (!step.state().isEmpty()) {
        json.writeStringProperty("state", step.state());
      }
      details(json, step.details());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void details(JsonGenerator json, Map<String, List<String>> details) {
    details.forEach((name, values) -> {
      if (values.size() == 1) {
        json.writeStringProperty(name, values.getFirst());
      } else {
        AgentsText.texts(json, name, values);
      }
    });
  }

  static void patch(JsonGenerator json, String name, PatchReport patch) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("patch_id", patch.patchId());
    json.writeStringProperty("etag", patch.etag());
    json.writeStringProperty("module", patch.module());
    json.writeStringProperty("qualname", patch.qualname());
    json.writeStringProperty("file", patch.file());
    json.writeNumberProperty("line", patch.line());
    json.writeStringProperty("origin", patch.origin());
    AgentsText.texts(json, "guards", patch.guards());
    json.writeStringProperty("memory", patch.memory());
    AgentsText.texts(json, "files", patch.files());
    json.writeArrayPropertyStart("lifecycle");
    for (PatchReport.Row row : patch.lifecycle()) {
      json.writeStartObject();
      json.writeStringProperty("id", row.id());
      json.writeStringProperty("state", row.state());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanProperty("held", patch.held());
    AgentsText.texts(json, "flags", patch.flags());
    json.writeEndObject();
  }
}
