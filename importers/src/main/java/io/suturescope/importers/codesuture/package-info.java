/// Reads CodeSuture projects (codesuture.md): incidents, patches, their lifecycle, alerts, rewinds
/// and the rest, from whichever piece of a project was dropped.
@NullMarked
package io.suturescope.importers.codesuture;

import org.jspecify.annotations.NullMarked;
