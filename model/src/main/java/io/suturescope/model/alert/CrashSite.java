package io.suturescope.model.alert;

/// Where a crash happened, and what caught it: all that its severity depends on but the hit count.
///
/// @param function qualified name
public record CrashSite(String module, String function, String guard) {}
