package io.suturescope.app.store;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.io.TempDir;

/// The verbs, kept in a file.
class SqliteStoreTest extends IncidentStoreVerbs {

  @TempDir Path folder;

  @Override
  IncidentStore open(String name, ZoneId zone) {
    return Workshop.open(folder.resolve(name + ".db"), zone);
  }
}
