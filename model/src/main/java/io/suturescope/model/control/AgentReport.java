package io.suturescope.model.control;

import java.util.List;
import java.util.Map;

/// An agent as it describes itself (control-protocol.md 7.1).
///
/// @param instance one life of the process
/// @param startedAt RFC 3339
/// @param shadow true when CodeSuture runs the original beside the patch
/// @param capabilities what may be asked of it
/// @param role of the key that asked: `observer` or `operator`
/// @param health counters, by name
public record AgentReport(
    String agentId,
    String instance,
    String startedAt,
    long pid,
    String python,
    String script,
    String codesuture,
    String engine,
    boolean shadow,
    List<String> capabilities,
    String role,
    Map<String, List<String>> health) {

  /// A counter of its health; zero when it does not say.
  public long count(String name) {
    List<String> values = health.getOrDefault(name, List.of());
    boolean number = values.size() == 1 && values.getFirst().matches("[0-9]{1,15}");
    return number ? Long.parseLong(values.getFirst()) : 0;
  }
}
