package io.suturescope.app.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for. Two threads may both make it; both get a
/// right one.
final class Once<T> {

  private volatile @Nullable T made;

  interface Making<T> {
    T make() throws SQLException;
  }

  T get(Making<T> making) throws SQLException {
    T known = made;
    if (known == null) {
      known = making.make();
      made = known;
    }
    return known;
  }
}
