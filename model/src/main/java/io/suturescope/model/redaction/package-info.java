/// What must not be shown: secrets and environments in text, found and masked. The only place that
/// knows what a secret looks like.
@NullMarked
package io.suturescope.model.redaction;

import org.jspecify.annotations.NullMarked;
