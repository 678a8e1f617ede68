package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The what-if screen, ready to draw.
///
/// @param sources those that can be chosen; with fewer than two there is no choice
/// @param source the chosen one
/// @param project what the source is configured to, or CodeSuture's own
/// @param configured true when the source has a readable `.codesuture.toml`
/// @param webhookAddress true when that file has an address for messages
/// @param policy what is being tried
/// @param counting true while the result is of an earlier policy
/// @param result of the policy before the project's own, and after
public record WhatIfState(
    Emptiness emptiness,
    List<Source> sources,
    OptionalLong source,
    AlertPolicy project,
    boolean configured,
    boolean webhookAddress,
    AlertPolicy policy,
    boolean counting,
    Optional<WhatIf> result,
    TimeView time) {

  public WhatIfState {
    sources = List.copyOf(sources);
  }

  /// @param name from outside: may hold anything
  public record Source(long id, String name) {}
}
