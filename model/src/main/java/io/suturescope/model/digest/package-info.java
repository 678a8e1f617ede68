/// The daily and weekly report: in CodeSuture's own words, byte for byte, and in ours, with a query
/// behind every number.
@NullMarked
package io.suturescope.model.digest;

import org.jspecify.annotations.NullMarked;
