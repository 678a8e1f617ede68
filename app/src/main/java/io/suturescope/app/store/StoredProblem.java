package io.suturescope.app.store;

import io.suturescope.model.origin.ImportProblem;

/// A problem or warning of a source; ids rise in the order they were found.
public record StoredProblem(long id, SourceRow source, ImportProblem problem) {}
