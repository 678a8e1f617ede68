/// The parts that screens are drawn from.
@NullMarked
package io.suturescope.views.controls;

import org.jspecify.annotations.NullMarked;
