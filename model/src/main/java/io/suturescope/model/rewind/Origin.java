package io.suturescope.model.rewind;

import java.util.List;

/// Where a variable got the value that crashed, as far back as the timeline tells.
///
/// @param step index of the earliest step from which on the value was there
/// @param variable what it was called there; empty for the value that a call returned
/// @param certainty the weakest of all links
/// @param links the way back, the crash first
public record Origin(int step, String variable, Certainty certainty, List<Link> links) {

  public Origin {
    links = List.copyOf(links);
  }

  /// How sure it is that it is the same value.
  public enum Certainty {
    /// The same variable of the same call, at every step that was recorded.
    RECORDED,
    /// An equal value under the same name, or inside the arguments passed on, or just returned.
    LIKELY,
    /// An equal value under another name.
    POSSIBLE
  }

  /// One stop on the way back.
  ///
  /// @param step index of the step
  /// @param variable empty for a returned value
  public record Link(int step, String variable, Certainty certainty) {}
}
