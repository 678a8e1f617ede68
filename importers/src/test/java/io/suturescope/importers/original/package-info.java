/// Tests of finding originals.
@org.jspecify.annotations.NullMarked
package io.suturescope.importers.original;
