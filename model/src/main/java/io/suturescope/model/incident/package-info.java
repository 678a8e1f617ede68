/// Incidents as CodeSuture logs them, and the fingerprints that group them.
@NullMarked
package io.suturescope.model.incident;

import org.jspecify.annotations.NullMarked;
