/// What was imported, and what could not be read.
@NullMarked
package io.suturescope.views.sources;

import org.jspecify.annotations.NullMarked;
