package io.suturescope.app.store;

/// What opening a workspace file came to. A refused file is left exactly as it was.
public sealed interface Opening {

  record Ready(IncidentStore store) implements Opening {}

  /// @param sentence one plain sentence that names the file and what to do
  record Refused(Kind kind, String sentence) implements Opening {}

  enum Kind {
    /// Not a workspace of Suturescope: another file format, or another program's database.
    FOREIGN,
    /// A workspace whose content cannot be trusted.
    DAMAGED,
    /// Written by a later version of Suturescope.
    NEWER,
    /// In use by another process in a way that keeps this one out.
    LOCKED,
    /// Cannot be created, read or written here.
    UNUSABLE
  }
}
