package io.suturescope.app.store;

/// Where a page of rows ended; opaque, valid for the same query and order.
public record PageKey(boolean dated, long time, long tie, long id) {}
