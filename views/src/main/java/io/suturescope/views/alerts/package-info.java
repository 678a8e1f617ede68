/// The alerts that CodeSuture wrote, and what is dismissed.
@NullMarked
package io.suturescope.views.alerts;

import org.jspecify.annotations.NullMarked;
