package io.suturescope.app.store;

import java.time.Instant;
import java.util.Optional;

/// One imported source.
///
/// @param lastImport end of the last finished import; empty while the first one runs
public record SourceRow(long id, SourceIdentity identity, Optional<Instant> lastImport) {}
