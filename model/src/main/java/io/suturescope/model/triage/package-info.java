/// What people decided about crashes and alerts: the console's own, never written to a project.
@NullMarked
package io.suturescope.model.triage;

import org.jspecify.annotations.NullMarked;
