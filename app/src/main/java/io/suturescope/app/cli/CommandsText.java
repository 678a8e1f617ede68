package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.store.CommandEvent;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// What `commands` prints and exports.
final class CommandsText {

  private final Writer out;
  private final DateTimeFormatter time;

  CommandsText(Writer out, ZoneId zone) {
    this.out = out;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  void table(List<CommandRecord> all) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("GIVEN", "AGENT", "KIND", "TARGET", "STATE", "OPERATOR", "REASON", "COMMAND"));
    for (CommandRecord each : all) {
      rows.add(
          List.of(
              time.format(each.createdAt()),
              each.agent().text(),
              each.kind().wire(),
              each.target(),
              each.state().finished() ? each.state().wire() : "outcome not known",
              each.operator(),
              each.reason(),
              each.id()));
    }
    Columns.print(out, rows);
  }

  void json(List<CommandRecord> all) throws IOException {
    for (CommandRecord each : all) {
      try (JsonGenerator json = JsonOut.on(out)) {
        json.writeStartObject();
        json.writeStringProperty("command", each.id());
        command(json, each);
        json.writeStringProperty("state", each.state().wire());
        AgentsText.text(json, "agent_state", each.agentState());
        AgentsText.text(json, "problem", each.problem());
        json.writeStringProperty("created_at", each.createdAt().toString());
        AgentsText.text(json, "sent_at", each.sentAt().map(Instant::toString));
        AgentsText.text(json, "acked_at", each.ackedAt().map(Instant::toString));
        AgentsText.text(json, "finished_at", each.finishedAt().map(Instant::toString));
        json.writeNumberProperty("attempts", each.attempts());
        json.writeName("result");
        if (each.result().isPresent()) {
          JsonOut.recorded(json, each.result().get());
        } else {
          json.writeNull();
        }
        json.writeEndObject();
      }
      out.write('\n');
    }
  }

  private static void command(JsonGenerator json, CommandRecord each) {
    json.writeStringProperty("agent", each.agent().text());
    json.writeStringProperty("instance", each.instance());
    json.writeStringProperty("kind", each.kind().wire());
    json.writeStringProperty("target", each.target());
    json.writeStringProperty("operator", each.operator());
    json.writeStringProperty("reason", each.reason());
    json.writeStringProperty("body_sha256", each.bodySha256());
  }

  /// Every event in its order, each with its hash.
  void export(CommandJournal journal) {
    Map<String, CommandRecord> commands = new HashMap<>();
    journal.all().forEach(command -> commands.put(command.id(), command));
    journal.events(event -> export(event, Optional.ofNullable(commands.get(event.commandId()))));
  }

  private void export(CommandEvent event, Optional<CommandRecord> command) {
    try {
      try (JsonGenerator json = JsonOut.on(out)) {
        json.writeStartObject();
        json.writeNumberProperty("event", event.number());
        json.writeStringProperty("at", event.at().toString());
        json.writeStringProperty("command", event.commandId());
        AgentsText.text(json, "from", event.from().map(state -> state.wire()));
        json.writeStringProperty("to", event.to().wire());
        json.writeStringProperty("note", event.note());
        command.ifPresent(each -> command(json, each));
        json.writeStringProperty("hash", event.hash());
        json.writeEndObject();
      }
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
