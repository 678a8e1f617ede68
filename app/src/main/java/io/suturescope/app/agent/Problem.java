package io.suturescope.app.agent;

import java.util.OptionalLong;

/// Why an agent refused, signed by it (control-protocol.md 7.4).
///
/// @param type what a program may decide on, such as `patch-changed`, without its prefix
/// @param status of the answer
/// @param sentence for people, in the agent's words
/// @param retryAfter seconds to wait, where it says
/// @param serverTime the agent's clock in Unix seconds, where it says
public record Problem(
    String type, int status, String sentence, OptionalLong retryAfter, OptionalLong serverTime) {

  private static final String PREFIX = "urn:codesuture:problem:";

  static Problem of(int status, Fields fields, WireObject body) {
    String type = body.said("type");
    String wait = fields.value("retry-after").orElse("");
    return new Problem(
        type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "unnamed",
        status,
        body.text("detail").or(() -> body.text("title")).orElse("status " + status),
        wait.matches("[0-9]{1,6}") ? OptionalLong.of(Long.parseLong(wait)) : OptionalLong.empty(),
        body.number("server_time"));
  }

  /// True when the agent's clock, as this console knows it, was the only reason.
  boolean aboutTheClock() {
    return status == 401 && (type.equals("expired") || type.equals("created-in-future"));
  }
}
