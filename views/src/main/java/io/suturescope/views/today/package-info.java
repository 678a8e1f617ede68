/// What needs somebody, first thing in the morning.
@NullMarked
package io.suturescope.views.today;

import org.jspecify.annotations.NullMarked;
