package io.suturescope.app.imports;

/// What a record looks like in its source right now.
public sealed interface RawRecord {

  /// @param text as it stands there, undecodable bytes replaced
  record Read(String text) implements RawRecord {}

  /// Something else stands where the record was read: the file has changed since.
  record Changed() implements RawRecord {}

  /// The source, or the file in it, is not there or cannot be read.
  record Gone() implements RawRecord {}
}
