/// What the user chose, and where this user's files lie.
@NullMarked
package io.suturescope.app.settings;

import org.jspecify.annotations.NullMarked;
