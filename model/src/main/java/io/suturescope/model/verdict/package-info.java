/// What shadow runs said about patches: verdicts, whose they may be, and what they do not prove.
@NullMarked
package io.suturescope.model.verdict;

import org.jspecify.annotations.NullMarked;
