/// The window: rail, query bar, status bar, palette, notices.
@NullMarked
package io.suturescope.views.frame;

import org.jspecify.annotations.NullMarked;
