package io.suturescope.model.control;

import java.util.List;
import java.util.Map;

/// A command as its agent reports it (control-protocol.md 7.3).
///
/// @param id the UUID that the console chose
/// @param kind as the protocol spells it
/// @param state as the protocol spells it (8.1), such as `done` or `interrupted`
/// @param bodySha256 lower-case hex, of the body that the agent ran
/// @param replayed true when this is the stored answer
/// @param patchId of what it was about; empty for none
/// @param after what the agent saw when it looked again, such as `memory` to `original`
public record CommandReport(
    String id,
    String kind,
    String state,
    String bodySha256,
    boolean replayed,
    String patchId,
    List<CommandStep> steps,
    Map<String, List<String>> after) {}
