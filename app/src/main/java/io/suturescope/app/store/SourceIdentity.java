package io.suturescope.app.store;

import io.suturescope.model.control.AgentName;
import java.util.Optional;

/// Which source an import reads; two imports with the same path are of the same source.
///
/// @param path as text, absolute; data, never opened by the store; `agent:` and a name for an agent
/// @param displayName what screens call it
/// @param system `codesuture`, later also others (cli.md, `import --json`)
public record SourceIdentity(String path, String displayName, String system, Kind kind) {

  private static final String AGENT = "agent:";

  public enum Kind {
    FOLDER,
    FILE,
    ARCHIVE,
    /// A running process that was asked; there is nothing to open.
    AGENT
  }

  /// What one agent tells.
  public static SourceIdentity of(AgentName agent) {
    return new SourceIdentity(AGENT + agent, "agent " + agent, "codesuture", Kind.AGENT);
  }

  /// The agent's name; empty for any other source.
  public Optional<String> agent() {
    return kind == Kind.AGENT ? Optional.of(path.substring(AGENT.length())) : Optional.empty();
  }
}
