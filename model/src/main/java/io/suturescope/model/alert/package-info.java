/// Alerts and their configuration, masked.
@NullMarked
package io.suturescope.model.alert;

import org.jspecify.annotations.NullMarked;
