/// Guards: what CodeSuture inserted into a function, and what callers now get.
@NullMarked
package io.suturescope.model.guard;

import org.jspecify.annotations.NullMarked;
