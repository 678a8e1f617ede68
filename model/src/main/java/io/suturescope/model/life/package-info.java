/// The lives of patches: their history and traffic, their ages, what is wrong with them, and when
/// their time ends.
@NullMarked
package io.suturescope.model.life;

import org.jspecify.annotations.NullMarked;
