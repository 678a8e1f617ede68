package io.suturescope.model.control;

import java.util.List;
import java.util.Map;

/// One step of a command, done or foreseen.
///
/// @param name such as `memory`
/// @param state such as `done`; empty when the agent does not say
/// @param details whatever else the agent says about it, in its own words and order
public record CommandStep(String name, String state, Map<String, List<String>> details) {}
