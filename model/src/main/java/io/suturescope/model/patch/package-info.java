/// Patches: their files, their recorded life, their trust.
@NullMarked
package io.suturescope.model.patch;

import org.jspecify.annotations.NullMarked;
