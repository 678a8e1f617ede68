package io.suturescope.model.source;

/// Why Python would refuse a text.
///
/// @param line from 1
/// @param reason one plain sentence without a final stop and without the line
public record PythonProblem(int line, String reason) {}
