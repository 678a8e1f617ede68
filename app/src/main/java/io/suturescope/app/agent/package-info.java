/// The console's end of the control channel (control-protocol.md): signatures, HTTP, events,
/// enrolment, and the running of commands. The only package that knows an HTTP library.
@NullMarked
package io.suturescope.app.agent;

import org.jspecify.annotations.NullMarked;
