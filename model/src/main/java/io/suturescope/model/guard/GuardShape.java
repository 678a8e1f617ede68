package io.suturescope.model.guard;

import java.util.Arrays;

/// The shapes of what CodeSuture 1.1.0 writes into a function. One guard type may have several, and
/// several types one.
public enum GuardShape {
  /// `if v is None: return default`; for keys, subscripts and divisions inside `try` as well.
  RETURN_IF_NONE(
      "null_guard",
      "key_guard",
      "subscript_guard",
      "chain_subscript_guard",
      "division_guard",
      "dict_get_guard"),
  /// `if v is None: v = default`
  REPLACE_IF_NONE("null_guard", "type_coercion_guard"),
  /// The default is returned when a variable, or an attribute on the way, is None.
  RETURN_IF_ATTRIBUTE_NONE("null_guard"),
  /// A divisor that equals 0 becomes the default.
  DIVISOR("division_guard"),
  /// `container.get(key, default)` for a dict, the default for None, else as before.
  SUBSCRIPT("key_guard", "subscript_guard", "dict_get_guard"),
  /// A chain of `get` in place of a chain of subscripts.
  CHAIN("chain_subscript_guard"),
  /// `if index >= len(list): return default`
  INDEX("index_guard"),
  /// `if not len(list) > constant: return default`
  LIST_BOUND("list_bound_guard"),
  /// `if not os.path.exists(path): return default`
  FILE("file_guard"),
  /// `if not isinstance(v, str): v = str(v)`
  TEXT("str_coerce_guard"),
  /// Text that is no whole number becomes the default.
  NUMBER("type_coercion_guard"),
  /// A global that equals None is replaced by a function of CodeSuture's own.
  CALLABLE("callable_guard"),
  /// None becomes the default just before it is returned.
  RETURN("return_guard");

  private final String types;

  GuardShape(String... types) {
    this.types = " " + String.join(" ", types) + " ";
  }

  /// True when a guard of this type may have this shape.
  public boolean belongsTo(String guardType) {
    return !guardType.isEmpty() && types.contains(" " + guardType + " ");
  }

  /// True when guards of this type have a shape at all.
  static boolean knows(String guardType) {
    return Arrays.stream(values()).anyMatch(shape -> shape.belongsTo(guardType));
  }
}
