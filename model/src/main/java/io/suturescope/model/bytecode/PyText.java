package io.suturescope.model.bytecode;

/// A `str` object.
///
/// @param value may hold lone surrogates, which Python allows; two lone surrogates side by side
///   look like the one character they would encode
public record PyText(String value) implements PyValue {}
