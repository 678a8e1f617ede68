/// Recorded crash timelines, masked.
@NullMarked
package io.suturescope.model.rewind;

import org.jspecify.annotations.NullMarked;
