/// Scenes as PNG files.
@NullMarked
package io.suturescope.views.pictures;

import org.jspecify.annotations.NullMarked;
