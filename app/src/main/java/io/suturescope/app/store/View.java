package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// What a reading may see at the moment its transaction begins.
///
/// @param hiddenFrom incidents from this id on are not there
/// @param parts list of the parts of the roll-ups that count, as SQL
/// @param revision of the published content
/// @param running the source whose import may be seen while it runs
/// @param remembered what was found out about just this content
record View(
    long hiddenFrom, String parts, long revision, OptionalLong running, Remembered remembered) {

  static View published(Db db, LongFunction<Remembered> remembered) throws SQLException {
    long[] state = new long[2];
    db.each(
        "SELECT hidden_from, revision FROM state",
        r -> {
          state[0] = r.getLong(1);
          state[1] = r.getLong(2);
        });
    String parts =
        db.list("SELECT part FROM published ORDER BY part", r -> r.getString(1)).stream()
            .collect(Collectors.joining(", "));
    return new View(state[0], parts, state[1], OptionalLong.empty(), remembered.apply(state[1]));
  }

  View including(long part, long source) {
    return new View(
        Long.MAX_VALUE,
        parts + ", " + part,
        revision,
        OptionalLong.of(source),
        new Remembered(revision));
  }

  Cond rows() {
    return hiddenFrom == Long.MAX_VALUE ? Cond.TRUE : Cond.of("i.id < ?", hiddenFrom);
  }
}
