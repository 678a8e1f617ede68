/// CPython's marshal format: bytes to values, bounded in depth, memory and time whatever the bytes.
@NullMarked
package io.suturescope.importers.marshal;

import org.jspecify.annotations.NullMarked;
