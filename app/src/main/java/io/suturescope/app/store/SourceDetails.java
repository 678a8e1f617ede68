package io.suturescope.app.store;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.origin.LearnedRule;
import java.util.List;
import java.util.Optional;

/// A source with what its screen shows.
///
/// @param report `fresh` and `files` are 0 here: they belong to one import
public record SourceDetails(
    SourceRow source,
    SourceReport report,
    List<LearnedRule> learnedRules,
    Optional<AlertConfig> alertConfig) {

  public SourceDetails {
    learnedRules = List.copyOf(learnedRules);
  }
}
