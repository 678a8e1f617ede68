package io.suturescope.app.store;

/// Which source an import reads; two imports with the same path are of the same source.
///
/// @param path as text, absolute; data, never opened by the store
/// @param displayName what screens call it
/// @param system `codesuture`, later also others (cli.md, `import --json`)
public record SourceIdentity(String path, String displayName, String system, Kind kind) {

  public enum Kind {
    FOLDER,
    FILE,
    ARCHIVE
  }
}
