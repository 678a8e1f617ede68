/// What needs somebody this morning.
@NullMarked
package io.suturescope.app.today;

import org.jspecify.annotations.NullMarked;
