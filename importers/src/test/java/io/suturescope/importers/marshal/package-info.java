/// Tests of the marshal reader.
@NullMarked
package io.suturescope.importers.marshal;

import org.jspecify.annotations.NullMarked;
