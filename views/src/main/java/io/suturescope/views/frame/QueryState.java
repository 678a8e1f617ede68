package io.suturescope.views.frame;

import io.suturescope.model.query.QueryProblem;
import java.util.List;
import java.util.OptionalLong;

/// The query bar.
///
/// @param text replaces what stands in the field unless somebody is typing there
/// @param problems of the text as it was last given to {@link FrameActions#queryChanged}
/// @param completions for that text and caret
public record QueryState(String text, List<QueryProblem> problems, List<Completion> completions) {

  public QueryState {
    problems = List.copyOf(problems);
    completions = List.copyOf(completions);
  }

  /// Something that could be typed here.
  ///
  /// @param text what is put in place of `start` to `end`
  /// @param meaning one line
  /// @param count how many crashes it would leave
  public record Completion(String text, String meaning, OptionalLong count, int start, int end) {}
}
