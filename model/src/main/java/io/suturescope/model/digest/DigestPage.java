package io.suturescope.model.digest;

import java.util.List;
import java.util.Optional;

/// A digest as text without markup, with the commands behind its numbers.
///
/// @param references commands; the first is number 1
/// @param numbers what the references count, in their order; empty for one that no query gives
public record DigestPage(
    List<DigestBlock> blocks, List<String> references, List<Optional<DigestNumber>> numbers) {

  public DigestPage {
    blocks = List.copyOf(blocks);
    references = List.copyOf(references);
    numbers = List.copyOf(numbers);
    if (numbers.size() != references.size()) {
      throw new IllegalArgumentException("every reference has its number, if an empty one");
    }
  }

  /// Of commands alone.
  public DigestPage(List<DigestBlock> blocks, List<String> references) {
    this(blocks, references, references.stream().map(_ -> Optional.<DigestNumber>empty()).toList());
  }

  /// What a reference counts; empty when no query gives it or there is no such reference.
  public Optional<DigestNumber> number(int reference) {
    return reference < 1 || reference > numbers.size()
        ? Optional.empty()
        : numbers.get(reference - 1);
  }

  /// The page of a digest in plain English.
  public static DigestPage of(Digest digest) {
    return new DigestWording(digest).page();
  }
}
