/// Measures the store against the limits of docs/performance.md; run by hand, never as a test.
@NullMarked
package io.suturescope.app.bench;

import org.jspecify.annotations.NullMarked;
