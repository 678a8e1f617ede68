/// Python source: what was suggested as a fix, and whether that can be used.
@NullMarked
package io.suturescope.model.source;

import org.jspecify.annotations.NullMarked;
