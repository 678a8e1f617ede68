/// Alerts, their configuration (masked), and what would have been sent under another one.
@NullMarked
package io.suturescope.model.alert;

import org.jspecify.annotations.NullMarked;
