/// What somebody dropped, opened for reading and never for writing: a folder, a file or an archive
/// as one flat list of regular files, and the projects in it.
@NullMarked
package io.suturescope.importers.source;

import org.jspecify.annotations.NullMarked;
