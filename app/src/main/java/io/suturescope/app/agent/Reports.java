package io.suturescope.app.agent;

import io.suturescope.model.control.AgentReport;
import io.suturescope.model.control.CommandReport;
import io.suturescope.model.control.CommandStep;
import io.suturescope.model.control.HoldReport;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.Preview;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictSource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Agents' JSON as reports (control-protocol.md 7). Empty when it lacks what the console decides
/// on.
final class Reports {

  private static final String PATCH_ID = "p_[0-9a-f]{24}";

  private Reports() {}

  static Optional<AgentReport> agent(WireObject body) {
    WireObject process = body.object("process");
    WireObject codesuture = body.object("codesuture");
    if (body.text("instance").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AgentReport(
            body.said("agent_id"),
            body.said("instance"),
            body.said("started_at"),
            process.number("pid").orElse(0),
            process.said("python"),
            process.said("script"),
            codesuture.said("version"),
            codesuture.said("engine"),
            codesuture.flag("shadow"),
            body.texts("capabilities"),
            body.object("key").said("role"),
            body.object("health").flat()));
  }

  static Optional<PatchReport> patch(WireObject body) {
    if (!body.said("patch_id").matches(PATCH_ID) || body.text("etag").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PatchReport(
            body.said("patch_id"),
            body.said("etag"),
            body.said("module"),
            body.said("qualname"),
            body.said("file"),
            body.number("line").orElse(0),
            body.said("origin"),
            body.objects("layers").stream().map(layer -> layer.said("guard_type")).toList(),
            body.object("memory").said("state"),
            body.object("memory").number("functions").orElse(0),
            body.objects("files").stream().map(file -> file.said("name")).toList(),
            codeHash(body.objects("files")),
            body.objects("lifecycle").stream()
                .map(row -> new PatchReport.Row(row.said("id"), row.said("state")))
                .toList(),
            body.flag("held"),
            body.texts("flags")));
  }

  private static String codeHash(List<WireObject> files) {
    return files.stream()
        .filter(file -> file.said("name").endsWith(".code"))
        .filter(file -> !file.said("name").endsWith(".orig.code"))
        .map(file -> file.said("sha256"))
        .filter(hash -> hash.matches("[0-9a-f]{64}"))
        .findFirst()
        .orElse("");
  }

  /// Empty when it is of a kind that this console does not know, or names no function.
  static Optional<Verdict> verdict(WireObject body) {
    Optional<VerdictKind> kind = VerdictKind.ofProtocol(body.said("verdict"));
    String function = body.said("qualname");
    if (kind.isEmpty() || function.isEmpty()) {
      return Optional.empty();
    }
    long count = body.object("counts").number(body.said("verdict")).orElse(1);
    Optional<Returned> returned =
        kind.get() == VerdictKind.DIVERGENT
            ? body.text("original_result")
                .flatMap(was -> body.text("patched_result").map(now -> new Returned.Both(was, now)))
            : Optional.empty();
    return Optional.of(
        new Verdict(
            kind.get(),
            VerdictSource.AGENT,
            function,
            body.text("module"),
            Optional.empty(),
            Optional.empty(),
            time(body.said("at")),
            Math.max(1, count),
            returned,
            body.text("original_exception")));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  static Optional<CommandReport> command(WireObject body) {
    if (body.text("id").isEmpty() || body.text("state").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CommandReport(
            body.said("id"),
            body.said("kind"),
            body.said("state"),
            body.said("body_sha256"),
            body.flag("replayed"),
            body.object("target").said("patch_id"),
            steps(body.objects("steps")),
            body.object("after").flat()));
  }

  static Optional<Preview> preview(WireObject body) {
    return body.has("would")
        ? Optional.of(
            new Preview(
                steps(body.objects("would")), patch(body.object("patch")), body.texts("warnings")))
        : Optional.empty();
  }

  static HoldReport hold(WireObject body) {
    return new HoldReport(
        body.said("patch_id"),
        body.said("module"),
        body.said("qualname"),
        body.said("mode"),
        body.said("command_id"));
  }

  private static List<CommandStep> steps(List<WireObject> steps) {
    return steps.stream()
        .map(step -> {
          Map<String, List<String>> details = new LinkedHashMap<>(step.flat());
          details.remove("step");
          details.remove("state");
          return new CommandStep(step.said("step"), step.said("state"), details);
        })
        .toList();
  }
}
