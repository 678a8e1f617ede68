/// The words on the screen, and text from outside made safe to show.
@NullMarked
package io.suturescope.views.text;

import org.jspecify.annotations.NullMarked;
