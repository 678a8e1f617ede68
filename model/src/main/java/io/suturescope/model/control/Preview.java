package io.suturescope.model.control;

import java.util.List;
import java.util.Optional;

/// What a command would touch; nothing was changed to find out (control-protocol.md 7.3).
///
/// @param would the steps, each with every file, function, line and row
/// @param patch as it is now; empty for a command that is not about one
/// @param warnings such as `in-flight-calls`
public record Preview(
    List<CommandStep> would, Optional<PatchReport> patch, List<String> warnings) {}
