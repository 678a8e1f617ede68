package io.suturescope.views.sources;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The imports, ready to draw.
///
/// @param detail of the selected source
/// @param divider share of the width that the list takes, 0 to 1
public record SourcesState(
    TimeView time, List<Source> sources, Optional<Detail> detail, double divider) {

  public SourcesState {
    sources = List.copyOf(sources);
  }

  /// One imported folder, archive or file.
  ///
  /// @param counts one line, such as "56 lines, 33 crashes, 2 problems"
  public record Source(
      String id, String name, String path, Optional<Instant> when, String counts, Import state) {}

  /// How an import stands.
  public sealed interface Import {
    /// @param share 0 to 1, below 0 when unknown
    record Running(double share, String text) implements Import {}

    record Done() implements Import {}

    record Cancelled() implements Import {}

    /// @param why one sentence
    record Refused(String why) implements Import {}
  }

  /// What is known of one source.
  ///
  /// @param revealed the file of the alert configuration, when somebody asked to see its secrets
  /// @param limits sentences: what CodeSuture could not do here
  /// @param problems those that the filter leaves
  /// @param problemCount could not be read
  /// @param warningCount read and kept, but odd
  public record Detail(
      String id,
      String name,
      String path,
      List<Fact> numbers,
      List<String> limits,
      List<LearnedRule> rules,
      Optional<AlertConfig> alerts,
      Optional<String> revealed,
      Filter filter,
      RowWindow<ImportProblem> problems,
      long problemCount,
      long warningCount) {

    public Detail {
      numbers = List.copyOf(numbers);
      limits = List.copyOf(limits);
      rules = List.copyOf(rules);
    }
  }

  public enum Filter {
    ALL,
    PROBLEMS,
    WARNINGS
  }
}
