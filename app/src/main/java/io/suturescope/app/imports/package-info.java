/// Importing as a job of its own: opens what was named, runs importers into the workspace, reads
/// records again, and notices changes. No threads and no UI toolkit; command line and window use
/// the same.
@NullMarked
package io.suturescope.app.imports;

import org.jspecify.annotations.NullMarked;
