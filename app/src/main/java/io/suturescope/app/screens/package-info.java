/// Presenters: what somebody does goes in as actions, what is true comes out as states ready to
/// draw. No toolkit, no SQL.
@NullMarked
package io.suturescope.app.screens;

import org.jspecify.annotations.NullMarked;
