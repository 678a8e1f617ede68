package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// The crashes of each hour, group and severity of one revision, as plain numbers: 21 bytes for
/// each such combination, in the order of time for each part.
///
/// The table of them is sorted by time. A histogram of some groups would read all of it; from here
/// that takes about a millisecond.
final class HourCounts {

  /// More of them stay on disk: 32 MB.
  static final int MOST = 1_500_000;

  private int[] hours = new int[1 << 16];
  private int[] groups = new int[1 << 16];
  private byte[] severities = new byte[1 << 16];
  private int[] counts = new int[1 << 16];
  // Microseconds of the hour, unsigned.
  private int[] firsts = new int[1 << 16];
  private int[] lasts = new int[1 << 16];
  private int size;

  private HourCounts() {}

  /// Empty when there are too many, or hours lie farther away than numbers reach.
  static Optional<HourCounts> read(Db db, View view) throws SQLException {
    HourCounts all = new HourCounts();
    boolean[] fits = {true};
    String rolled = " FROM roll_grp WHERE part IN (" + view.parts() + ") AND level = ?";
    long rows = db.number("SELECT count(*)" + rolled, RollUps.HOURS).orElse(0);
    if (rows > MOST) {
      return Optional.empty();
    }
    db.each(
        "SELECT slot, grp, severity, n, first, last" + rolled + " ORDER BY part, slot",
        r ->
            fits[0] &=
                all.add(r.getLong(1), r.getLong(2), r.getInt(3), r.getLong(4))
                    && all.times(r.getLong(5), r.getLong(6)),
        RollUps.HOURS);
    return fits[0] ? Optional.of(all) : Optional.empty();
  }

  private boolean add(long hour, long group, int severity, long n) {
    if (hour != (int) hour || group != (int) group || n != (int) n) {
      return false;
    }
    if (size == hours.length) {
      hours = Arrays.copyOf(hours, size * 3 / 2);
      groups = Arrays.copyOf(groups, size * 3 / 2);
      severities = Arrays.copyOf(severities, size * 3 / 2);
      counts = Arrays.copyOf(counts, size * 3 / 2);
      firsts = Arrays.copyOf(firsts, size * 3 / 2);
      lasts = Arrays.copyOf(lasts, size * 3 / 2);
    }
    hours[size] = (int) hour;
    groups[size] = (int) group;
    severities[size] = (byte) severity;
    counts[size++] = (int) n;
    return true;
  }

  private boolean times(long first, long last) {
    long start = hours[size - 1] * Codes.HOUR;
    firsts[size - 1] = (int) (first - start);
    lasts[size - 1] = (int) (last - start);
    return true;
  }

  interface Hour {
    /// @param hour since 1970; one hour may come several times
    /// @param bySeverity valid during the call
    void is(long hour, long[] bySeverity);
  }

  /// The sums of some groups and severities.
  ///
  /// @param severityBits one bit a code
  /// @param wanted group ids; empty for all
  void each(long from, long until, int severityBits, Optional<BitSet> wanted, Hour hour) {
    long[] sums = new long[5];
    for (int i = 0; i < size; i++) {
      int at = hours[i];
      if (at >= from
          && at < until
          && (severityBits & 1 << severities[i]) != 0
          && (wanted.isEmpty() || wanted.get().get(groups[i]))) {
        sums[severities[i]] += counts[i];
      }
      if (i + 1 == size || hours[i + 1] != at) {
        hour.is(at, sums);
        Arrays.fill(sums, 0);
      }
    }
  }

  /// Takes what one group had in one hour, by severity.
  interface Row {
    void is(long group, int severity, long n, long first, long last);
  }

  void eachRow(long from, long until, int severityBits, Optional<BitSet> wanted, Row row) {
    for (int i = 0; i < size; i++) {
      if (hours[i] >= from
          && hours[i] < until
          && (severityBits & 1 << severities[i]) != 0
          && (wanted.isEmpty() || wanted.get().get(groups[i]))) {
        long start = hours[i] * Codes.HOUR;
        row.is(
            groups[i],
            severities[i],
            counts[i],
            start + Integer.toUnsignedLong(firsts[i]),
            start + Integer.toUnsignedLong(lasts[i]));
      }
    }
  }
}
