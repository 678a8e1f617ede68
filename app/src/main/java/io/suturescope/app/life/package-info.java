/// The lives of patches, as the workspace holds them.
@NullMarked
package io.suturescope.app.life;

import org.jspecify.annotations.NullMarked;
