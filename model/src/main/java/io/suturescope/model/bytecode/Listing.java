package io.suturescope.model.bytecode;

import java.util.List;

/// A code object and the code objects among its constants, disassembled for one Python.
///
/// @param python minor version, such as "3.12"
/// @param codes depth first over the constants, the root first; never empty
public record Listing(String python, List<CodeListing> codes) {

  public Listing {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("a listing has a root");
    }
  }

  /// The code object that all others lie in.
  public CodeListing root() {
    return codes.getFirst();
  }
}
