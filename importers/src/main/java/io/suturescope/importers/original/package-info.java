/// The unpatched code of patched functions, found in the project that they belong to.
@NullMarked
package io.suturescope.importers.original;

import org.jspecify.annotations.NullMarked;
