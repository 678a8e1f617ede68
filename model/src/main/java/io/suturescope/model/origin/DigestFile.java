package io.suturescope.model.origin;

/// A digest that CodeSuture itself wrote (codesuture.md 7), kept as a fact that it exists.
///
/// @param title its first line without the `#`
public record DigestFile(String title, boolean weekly) {}
