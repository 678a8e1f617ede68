/// Benchmarks; docs/performance.md says how to run them.
@NullMarked
package io.suturescope.importers.bench;

import org.jspecify.annotations.NullMarked;
