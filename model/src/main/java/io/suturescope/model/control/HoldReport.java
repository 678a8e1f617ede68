package io.suturescope.model.control;

/// A hold as its agent lists it (control-protocol.md 8.5).
///
/// @param patchId empty when the agent does not say
/// @param mode such as `until-source-change`
/// @param commandId the command that set it
public record HoldReport(
    String patchId, String module, String qualname, String mode, String commandId) {}
