/// Differences of sequences: one histogram diff for lines, instructions and words.
@NullMarked
package io.suturescope.model.diff;

import org.jspecify.annotations.NullMarked;
