/// Records as text for people and programs: the same for the command line, exports and the
/// clipboard.
@NullMarked
package io.suturescope.app.export;

import org.jspecify.annotations.NullMarked;
