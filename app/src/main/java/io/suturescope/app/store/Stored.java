package io.suturescope.app.store;

import io.suturescope.model.origin.Place;

/// A fact with where it was read.
///
/// @param id of the fact in this workspace, stable
/// @param gone true when it is no longer in its source
public record Stored<T>(long id, SourceRow source, T fact, Place place, boolean gone) {}
