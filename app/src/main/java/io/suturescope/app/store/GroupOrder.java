package io.suturescope.app.store;

/// Order of groups; ties are broken by group id, so an order is total and repeatable.
public enum GroupOrder {
  /// Worst logged severity first, within it the latest seen first.
  SEVERITY,
  CRASHES,
  LAST_SEEN,
  /// By function name, ignoring case, then module.
  FUNCTION
}
