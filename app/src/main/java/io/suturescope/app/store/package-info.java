/// The workspace: one SQLite file, kept behind records and verbs. No SQL, connection or `java.sql`
/// type leaves this package.
@NullMarked
package io.suturescope.app.store;

import org.jspecify.annotations.NullMarked;
