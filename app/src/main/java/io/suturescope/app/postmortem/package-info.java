/// The draft of a post-mortem: what is recorded of one incident, and what is not.
@NullMarked
package io.suturescope.app.postmortem;

import org.jspecify.annotations.NullMarked;
