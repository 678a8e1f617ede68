package io.suturescope.app.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// The offset of a zone with summer time, as an SQL expression.
final class ZoneOffsets {

  private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
  private static final int CHANGES = 120;

  private ZoneOffsets() {}

  /// Exact from 2015 for sixty years; before and after, the nearest known offset counts.
  static String sql(ZoneId zone, String column) {
    ZoneRules rules = zone.getRules();
    StringBuilder sql = new StringBuilder("CASE");
    ZoneOffset offset = rules.getOffset(FIRST);
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    for (int i = 0; i < CHANGES && next != null; i++) {
      sql.append(" WHEN ").append(column).append(" < ").append(Codes.micros(next.getInstant()));
      sql.append(" THEN ").append(micros(offset));
      offset = next.getOffsetAfter();
      next = rules.nextTransition(next.getInstant());
    }
    if (sql.length() == 4) {
      return String.valueOf(micros(offset));
    }
    return "(" + sql + " ELSE " + micros(offset) + " END)";
  }

  private static long micros(ZoneOffset offset) {
    return offset.getTotalSeconds() * 1_000_000L;
  }
}
