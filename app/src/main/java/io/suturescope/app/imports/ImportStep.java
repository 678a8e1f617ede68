package io.suturescope.app.imports;

import io.suturescope.app.store.ImportProgress;
import io.suturescope.app.store.Reading;

/// How far a running job is.
///
/// @param source name of the source being read
/// @param progress within that source
/// @param reading what can be shown already, the unfinished file included
public record ImportStep(String source, ImportProgress progress, Reading reading) {}
