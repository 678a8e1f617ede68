/// Tests of reading CodeSuture projects.
@NullMarked
package io.suturescope.importers.codesuture;

import org.jspecify.annotations.NullMarked;
