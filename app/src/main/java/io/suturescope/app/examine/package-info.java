/// Everything that can be known of one patch, from the workspace and from its source.
@NullMarked
package io.suturescope.app.examine;

import org.jspecify.annotations.NullMarked;
