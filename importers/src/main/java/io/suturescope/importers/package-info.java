/// Bytes to model: recognises what somebody dropped and reads it, with no threads, no network and
/// no database. Whatever the bytes are, nothing but a problem comes of them.
@NullMarked
package io.suturescope.importers;

import org.jspecify.annotations.NullMarked;
