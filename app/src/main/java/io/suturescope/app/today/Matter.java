package io.suturescope.app.today;

import io.suturescope.model.query.IncidentQuery;
import java.util.OptionalLong;

/// Something that needs somebody: one number, one sentence, one place to go to.
///
/// @param query what it is about; counts what `count` says unless the kind says otherwise
/// @param source the one source that it is about, where it is about one
public record Matter(
    Kind kind,
    long count,
    String title,
    String sentence,
    IncidentQuery query,
    OptionalLong source) {

  /// What it is about, in the order in which it is shown.
  public enum Kind {
    /// Known defects of CodeSuture that show in the data, an upgrade that kills the process among
    /// them.
    DEFECTS,
    /// Patches past their time that are live, or loaded again at the next start.
    EXPIRED,
    /// Patches with a divergent verdict.
    DIVERGENT,
    /// Critical and high crashes since the last visit.
    FRESH,
    /// Crashes that no patch followed; `query` is about all crashes.
    UNPATCHED,
    /// Patches whose signature is refused or missing.
    SIGNATURE,
    /// Patches that expire within 48 hours and have no usable fix; `query` is about all that expire
    /// by then.
    NO_FIX,
    /// Patches that can go.
    REMOVABLE,
    /// Records that could not be read.
    PROBLEMS
  }
}
