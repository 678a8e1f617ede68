/// The one query language of table, timeline, digest, export and command line (cli.md).
@NullMarked
package io.suturescope.model.query;

import org.jspecify.annotations.NullMarked;
