package io.suturescope.model.digest;

/// A run of text in a digest.
public sealed interface DigestSpan {

  /// Our own words.
  record Words(String text) implements DigestSpan {}

  record Strong(String text) implements DigestSpan {}

  /// Text that a source or a person wrote, such as the name of a function: may hold anything.
  record Recorded(String text) implements DigestSpan {}

  /// A number with the number of its reference.
  record Linked(long value, int reference) implements DigestSpan {}
}
