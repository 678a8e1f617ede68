package io.suturescope.app.examine;

/// One reason to be careful with a patch.
///
/// @param code as `verify --json` writes it, such as "python-mismatch" (cli.md)
/// @param sentence plain words
/// @param grave true when it stops a process or means that bytes were exchanged
public record TrustWarning(String code, String sentence, boolean grave) {}
