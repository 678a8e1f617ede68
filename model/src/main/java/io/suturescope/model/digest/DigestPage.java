package io.suturescope.model.digest;

import java.util.List;

/// A digest as text without markup, with the commands behind its numbers.
///
/// @param references commands; the first is number 1
public record DigestPage(List<DigestBlock> blocks, List<String> references) {

  public DigestPage {
    blocks = List.copyOf(blocks);
    references = List.copyOf(references);
  }

  /// The page of a digest in plain English.
  public static DigestPage of(Digest digest) {
    return new DigestWording(digest).page();
  }
}
