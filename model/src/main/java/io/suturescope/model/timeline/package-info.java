/// Crashes over time.
@NullMarked
package io.suturescope.model.timeline;

import org.jspecify.annotations.NullMarked;
