/// The only classes that know threads: work off the UI thread, and its way back.
@NullMarked
package io.suturescope.app.work;

import org.jspecify.annotations.NullMarked;
