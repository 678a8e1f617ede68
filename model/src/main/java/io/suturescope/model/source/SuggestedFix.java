package io.suturescope.model.source;

/// A change of one line of source, as CodeSuture's template wrote it (codesuture.md 8): a hint.
///
/// @param function qualname as logged
/// @param path of the file as recorded
/// @param line of the source, from 1
/// @param original the line that is to go, with its indentation
/// @param suggested the line that is to come
/// @param diff the text as recorded, not appliable in a tree
/// @param confidence LIKELY, EXPERIMENTAL or VERIFIED; may be empty
public record SuggestedFix(
    String function,
    String path,
    int line,
    String original,
    String suggested,
    String diff,
    String confidence) {}
