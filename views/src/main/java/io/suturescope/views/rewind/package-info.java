/// A recorded crash timeline, played.
@NullMarked
package io.suturescope.views.rewind;

import org.jspecify.annotations.NullMarked;
