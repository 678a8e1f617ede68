/// What people decide about crashes and alerts: the buttons, the sheet that asks, what is shown of
/// it.
@NullMarked
package io.suturescope.views.triage;

import org.jspecify.annotations.NullMarked;
