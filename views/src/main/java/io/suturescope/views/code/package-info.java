/// What a patch changed, drawn: source, bytecode, suggested fix, trust.
@NullMarked
package io.suturescope.views.code;

import org.jspecify.annotations.NullMarked;
