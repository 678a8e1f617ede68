package io.suturescope.importers.original;

/// What came of a search for unpatched code.
public sealed interface OriginalResult {

  record Found(Original original) implements OriginalResult {}

  /// @param reason one plain sentence without a final stop
  record Missing(String reason) implements OriginalResult {}
}
