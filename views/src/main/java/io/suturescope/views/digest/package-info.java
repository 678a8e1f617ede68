/// Digest: the report of a day or a week, to read, copy and export.
@NullMarked
package io.suturescope.views.digest;

import org.jspecify.annotations.NullMarked;
