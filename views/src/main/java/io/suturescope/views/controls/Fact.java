package io.suturescope.views.controls;

/// A name and what stands behind it.
///
/// @param code true when the value is source text, an id or a path
public record Fact(String name, String value, boolean code) {}
