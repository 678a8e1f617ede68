package io.suturescope.app.agent;

import java.util.function.Function;

/// What came back to one question. Only {@link Told} and {@link Refused} were said by the agent.
public sealed interface Reply<T> {

  /// The agent's own words, signed for this very question.
  ///
  /// @param instance the agent's life that answered
  record Told<T>(T value, String instance) implements Reply<T> {}

  /// The agent signed that it will not.
  ///
  /// @param instance the agent's life that answered
  record Refused<T>(Problem problem, String instance) implements Reply<T> {}

  /// Something answered that cannot show that it is the agent: nothing that it says is a fact.
  ///
  /// @param reason name of the check that failed, such as `unsigned`
  record Stranger<T>(String reason) implements Reply<T> {}

  /// No answer, or none that could be read to its end.
  record NoAnswer<T>(String reason) implements Reply<T> {}

  /// The same reply about something that is made of the value.
  default <R> Reply<R> map(Function<T, R> function) {
    return switch (this) {
      case Told<T>(T value, String instance) -> new Told<>(function.apply(value), instance);
      case Refused<T>(Problem problem, String instance) -> new Refused<>(problem, instance);
      case Stranger<T>(String reason) -> new Stranger<>(reason);
      case NoAnswer<T>(String reason) -> new NoAnswer<>(reason);
    };
  }

  /// Why there is no value, for people; empty when there is one.
  default String sentence() {
    return switch (this) {
      case Told<T> _ -> "";
      case Refused<T>(Problem problem, String _) ->
          "the agent refused (" + problem.type() + "): " + problem.sentence();
      case Stranger<T>(String reason) ->
          "something answered that is not the agent, or does not have its key (" + reason + ")";
      case NoAnswer<T>(String reason) -> "no answer (" + reason + ")";
    };
  }
}
