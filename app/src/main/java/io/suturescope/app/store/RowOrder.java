package io.suturescope.app.store;

/// Order of incident rows by time. Undated rows come last in both.
public enum RowOrder {
  NEWEST_FIRST,
  OLDEST_FIRST
}
