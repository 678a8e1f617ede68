/// The stream of incidents with its timeline and details.
@NullMarked
package io.suturescope.views.incidents;

import org.jspecify.annotations.NullMarked;
