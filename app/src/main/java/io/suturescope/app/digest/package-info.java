/// Reads from the workspace what a digest says. Knows no command and no screen.
@NullMarked
package io.suturescope.app.digest;

import org.jspecify.annotations.NullMarked;
