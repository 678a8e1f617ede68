package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.model.control.AgentReport;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// What `agents` prints.
final class AgentsText {

  private static final long SHOWN_OFFSET = 30;
  private static final Duration KEY_ENDS_SOON = Duration.ofDays(30);

  private final Writer out;
  private final Clock clock;

  AgentsText(Writer out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void json(List<AgentsCommand.Asked> asked) throws IOException {
    for (AgentsCommand.Asked each : asked) {
      try (JsonGenerator json = JsonOut.on(out)) {
        json.writeStartObject();
        json.writeStringProperty("agent", each.entry().name().text());
        json.writeStringProperty("address", each.entry().address());
        json.writeStringProperty("state", each.state());
        text(json, "reason", Optional.of(each.reason()).filter(reason -> !reason.isEmpty()));
        json.writeStringProperty("keyid", each.entry().keyid());
        json.writeStringProperty("role", each.entry().role());
        json.writeStringProperty("key_ends", each.entry().notAfter().toString());
        json.writeStringProperty("secrets", each.entry().secrets());
        json.writeNumberProperty("clock_offset_seconds", each.offsetSeconds());
        Optional<AgentReport> report = each.report();
        text(json, "instance", report.map(AgentReport::instance));
        text(json, "started_at", report.map(AgentReport::startedAt));
        text(json, "script", report.map(AgentReport::script));
        text(json, "python", report.map(AgentReport::python));
        text(json, "codesuture", report.map(AgentReport::codesuture));
        texts(json, "capabilities", report.map(AgentReport::capabilities).orElse(List.of()));
        texts(json, "warnings", warnings(each));
        json.writeEndObject();
      }
      out.write('\n');
    }
  }

  static void text(JsonGenerator json, String name, Optional<String> value) {
    json.writeName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  static void texts(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  void table(List<AgentsCommand.Asked> asked) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("AGENT", "STATE", "ADDRESS", "PROGRAM", "PYTHON", "CODESUTURE", "KEY"));
    for (AgentsCommand.Asked each : asked) {
      Optional<AgentReport> report = each.report();
      rows.add(
          List.of(
              each.entry().name().text(),
              each.state(),
              each.entry().address(),
              report.map(AgentReport::script).orElse("-"),
              report.map(AgentReport::python).orElse("-"),
              report.map(AgentReport::codesuture).orElse("-"),
              each.entry().role() + " (" + each.entry().secrets() + ")"));
    }
    Columns.print(out, rows);
    for (AgentsCommand.Asked each : asked) {
      List<String> remarks = new ArrayList<>(warnings(each));
      if (!each.reason().isEmpty()) {
        remarks.addFirst(each.reason());
      }
      for (String remark : remarks) {
        out.write(Visible.line(each.entry().name() + ": " + remark) + "\n");
      }
    }
  }

  private List<String> warnings(AgentsCommand.Asked asked) {
    List<String> warnings = new ArrayList<>();
    if (Math.abs(asked.offsetSeconds()) > SHOWN_OFFSET) {
      warnings.add("its clock is " + asked.offsetSeconds() + " s ahead of this one");
    }
    if (asked.entry().notAfter().isBefore(clock.instant().plus(KEY_ENDS_SOON))) {
      warnings.add("its key ends at " + asked.entry().notAfter());
    }
    asked
        .report()
        .ifPresent(report -> {
          if (!report.agentId().equals(asked.entry().name().text())) {
            warnings.add("it calls itself " + report.agentId());
          }
          if (report.count("forked_children") > 0) {
            warnings.add(
                report.count("forked_children")
                    + " forked processes keep their patches whatever is done here");
          }
          if (report.count("shadow_stuck") > 0) {
            warnings.add("its shadow mode is stuck: no verdict of it is a proof");
          }
          if (report.count("hook_errors") > 0) {
            warnings.add(report.count("hook_errors") + " errors inside the bridge");
          }
        });
    return warnings;
  }
}
