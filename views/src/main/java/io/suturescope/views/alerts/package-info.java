/// The alerts that CodeSuture wrote, what is dismissed, and what other severity rules and another
/// routing would have sent.
@NullMarked
package io.suturescope.views.alerts;

import org.jspecify.annotations.NullMarked;
