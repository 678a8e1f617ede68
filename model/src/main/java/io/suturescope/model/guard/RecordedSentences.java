package io.suturescope.model.guard;

/// What the metadata alone say about a guard, where there is no bytecode to read.
final class RecordedSentences {
  private RecordedSentences() {}

  static Words sentence(Facts facts) {
    String type = facts.question().guardType();
    String target = facts.question().target().isEmpty() ? "a value" : facts.question().target();
    String function = facts.function();
    String value = facts.recordedDefault().isEmpty() ? "a default" : facts.recordedDefault();
    return switch (type) {
      case "null_guard" ->
          Words.of("If ", target, " is None, ", function, " now returns ", value)
              .then(" or goes on with it; only the bytecode tells which.");
      case "key_guard", "subscript_guard", "dict_get_guard" ->
          Words.of("If a key is missing in ", target, ", or ", target, " is None, ", function)
              .then(" now goes on with ", value, "; inside ", "try", " only None is guarded.");
      case "chain_subscript_guard" ->
          Words.of("If a key is missing on the way from ", target, ", ", function)
              .then(" now goes on with ", value, "; inside ", "try", " only None is guarded.");
      case "index_guard" ->
          Words.of("If the index ", target, " is past the end, ", function, " now returns ", value)
              .then(" at once.");
      case "list_bound_guard" ->
          Words.of("If ", target, " is too short, ", function, " now returns ", value, " at once.");
      case "file_guard" ->
          Words.of("If there is no file at ", target, ", ", function, " now returns ", value)
              .then(" at once.");
      case "division_guard" ->
          Words.of("If ", target, " is 0, ", function, " now divides by ", value)
              .then(" instead, but only where it divides with ", "/", ".");
      case "str_coerce_guard" -> ReplacedVariable.text(facts, target);
      case "type_coercion_guard" ->
          Words.of("If ", target, " is no number, ", function, " now goes on with ", value)
              .then(" in its place; only the bytecode tells whether None or text is meant.");
      case "callable_guard" ->
          Words.of("If ", target, " is None, ", function)
              .then(" now calls a function of CodeSuture's own in its place.");
      case "return_guard" ->
          Words.of("Where ", function, " would return None, it now returns ", value, ".");
      case "autonomous_rule" ->
          Words.of("The whole of ", function, " was replaced by code that a language model wrote; ")
              .then("that code alone decides what callers get.");
      case "" -> Words.of("It is not recorded what the patch of ", function, " does.");
      default ->
          Words.of("It is not known what ", type, " does to ", function)
              .then(": CodeSuture 1.1.0 has no such guard.");
    };
  }
}
