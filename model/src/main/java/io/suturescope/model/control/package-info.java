/// Agents, the commands that are sent to them, and what they report (control-protocol.md).
@NullMarked
package io.suturescope.model.control;

import org.jspecify.annotations.NullMarked;
