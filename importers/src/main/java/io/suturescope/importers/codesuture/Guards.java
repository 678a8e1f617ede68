package io.suturescope.importers.codesuture;

import java.util.Set;

/// The guard words that CodeSuture 1.1.0 can write (codesuture.md 2.1).
final class Guards {

  private static final Set<String> KNOWN =
      Set.of(
          "null_guard",
          "key_guard",
          "subscript_guard",
          "chain_subscript_guard",
          "index_guard",
          "list_bound_guard",
          "division_guard",
          "str_coerce_guard",
          "type_coercion_guard",
          "file_guard",
          "callable_guard",
          "return_guard",
          "autonomous_rule",
          "dict_get_guard");

  private Guards() {}

  static boolean isKnown(String guard) {
    return KNOWN.contains(guard);
  }
}
