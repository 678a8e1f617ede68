/// Python code objects and the constants in them, as CPython's marshal format holds them.
@NullMarked
package io.suturescope.model.bytecode;

import org.jspecify.annotations.NullMarked;
