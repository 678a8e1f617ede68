/// Where the secrets of agents lie (control-protocol.md 9.3), always as bytes that can be cleared.
@NullMarked
package io.suturescope.app.secrets;

import org.jspecify.annotations.NullMarked;
