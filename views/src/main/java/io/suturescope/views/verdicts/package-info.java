/// Verdicts: what shadow runs said of each patch, and what they did not.
@NullMarked
package io.suturescope.views.verdicts;

import org.jspecify.annotations.NullMarked;
