package io.suturescope.app.store;

import io.suturescope.model.origin.Place;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The verification copies of the workspace, as justified verdicts (codesuture.md 9).
final class VerdictCopies {

  /// Copies of a crash pattern that are kept one by one; older ones become one entry with a count.
  private static final int SINGLE = 200;

  private final Map<Long, List<Copy>> byGroup = new HashMap<>();
  private final Map<Long, Set<Long>> crashes = new HashMap<>();

  /// @param source that it was read from
  record Copy(Verdict verdict, long source, Place place) {}

  static VerdictCopies load(Db db) throws SQLException {
    VerdictCopies copies = new VerdictCopies();
    db.each(
        "SELECT c.grp, c.time, o.crash, f.source_id, f.path, c.line, c.offset, c.length, m.value,"
            + " n.value, u.value, x.value, p.value FROM incident c INDEXED BY incident_copy JOIN"
            + " fold o ON o.copy = c.id JOIN file f ON f.id = c.file_id JOIN grp g ON g.id = c.grp"
            + " JOIN name m ON m.id = g.module JOIN name n ON n.id = g.function JOIN name u ON u.id"
            + " = g.guard JOIN name x ON x.id = g.exception JOIN shape h ON h.id = c.shape JOIN"
            + " site t ON t.id = h.site JOIN name p ON p.id = t.path WHERE c.copy = 1 ORDER BY"
            + " c.grp, c.time DESC",
        r -> {
          Instant time = Codes.instant(r.getLong(2));
          Optional<Instant> at = r.wasNull() ? Optional.empty() : Optional.of(time);
          Place place =
              new Place(Words.restored(r.getString(5)), r.getLong(6), r.getLong(7), r.getInt(8));
          Verdict verdict =
              new Verdict(
                  VerdictKind.JUSTIFIED,
                  VerdictSource.FOLDED_COPY,
                  Words.restored(r.getString(10)),
                  Optional.of(Words.restored(r.getString(9))),
                  Optional.of(Words.restored(r.getString(11))),
                  Optional.of(Words.restored(r.getString(13))),
                  at,
                  1,
                  Optional.empty(),
                  Optional.of(Words.restored(r.getString(12))));
          copies.add(r.getLong(1), r.getLong(3), new Copy(verdict, r.getLong(4), place));
        });
    return copies;
  }

  private void add(long group, long crash, Copy copy) {
    crashes.computeIfAbsent(group, _ -> new HashSet<>()).add(crash);
    List<Copy> copies = byGroup.computeIfAbsent(group, _ -> new ArrayList<>());
    if (copies.size() < SINGLE) {
      copies.add(copy);
    } else {
      Copy last = copies.removeLast();
      Verdict more = last.verdict().counted(last.verdict().count() + 1);
      copies.add(new Copy(more, last.source(), last.place()));
    }
  }

  /// Newest first.
  List<Copy> of(long group) {
    return byGroup.getOrDefault(group, List.of());
  }

  /// Crashes that have a copy.
  long crashes(List<Long> groups) {
    return groups.stream().mapToLong(g -> crashes.getOrDefault(g, Set.of()).size()).sum();
  }
}
