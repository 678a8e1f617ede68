/// Patches: the list, and the page of one.
@NullMarked
package io.suturescope.views.patches;

import org.jspecify.annotations.NullMarked;
