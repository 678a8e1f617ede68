package io.suturescope.app.store;

/// A proposal for the word being typed.
///
/// @param text as it goes into the query, quoted where needed
/// @param count crashes (or patches) it stands for; 0 where counting means nothing
/// @param meaning one line of explanation, may be empty
public record Completion(String text, long count, String meaning) {}
