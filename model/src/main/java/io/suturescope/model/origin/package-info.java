/// Where facts come from: places, files, lines, problems.
@NullMarked
package io.suturescope.model.origin;

import org.jspecify.annotations.NullMarked;
