package io.suturescope.model.verdict;

import io.suturescope.model.origin.Place;
import java.util.List;

/// A verdict in the ledger of a patch that it is about, or may be about.
///
/// @param sourceName name of the source it was read from
/// @param mayBeAbout every patch that it fits, this one included, as `module:function`; one when it
///   can be about no other
/// @param sharedOriginal true when CodeSuture may have compared with another function's original,
///   because several patched functions share the file and the bare name (codesuture.md 15, 13)
public record VerdictEntry(
    Verdict verdict,
    String sourceName,
    Place place,
    List<String> mayBeAbout,
    boolean sharedOriginal) {

  public VerdictEntry {
    mayBeAbout = List.copyOf(mayBeAbout);
  }

  public boolean ambiguous() {
    return mayBeAbout.size() > 1;
  }
}
