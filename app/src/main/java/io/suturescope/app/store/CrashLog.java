package io.suturescope.app.store;

import io.suturescope.model.alert.Crash;
import io.suturescope.model.alert.CrashSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The crashes of one source in order of time, those without one first: 16 bytes each, so that a
/// million of them can be gone through again and again.
public final class CrashLog {

  private static final long UNDATED = Long.MIN_VALUE;
  private static final int SEVERITY = 0xF;
  private static final int REPLAYED = 1 << 4;
  private static final int HITS = 5;

  /// Higher counts than this judge alike.
  private static final int MOST_HITS = 1 << 20;

  private final List<CrashSite> sites = new ArrayList<>();
  private long[] times = new long[1 << 10];
  private int[] places = new int[1 << 10];
  private int[] packed = new int[1 << 10];
  private int size;

  CrashLog() {}

  /// Adds a place, and says under which number.
  int site(CrashSite site) {
    sites.add(site);
    return sites.size() - 1;
  }

  void add(Optional<Long> micros, int site, int severity, boolean replayed, int hits) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
      packed = Arrays.copyOf(packed, 2 * size);
    }
    times[size] = micros.orElse(UNDATED);
    places[size] = site;
    int kept = Math.clamp(hits, -1, MOST_HITS) + 1;
    packed[size] = severity | (replayed ? REPLAYED : 0) | kept << HITS;
    size++;
  }

  public int size() {
    return size;
  }

  /// @param index from 0, earliest first
  public Crash crash(int index) {
    int bits = packed[index];
    return new Crash(
        times[index] == UNDATED ? Optional.empty() : Optional.of(Codes.instant(times[index])),
        sites.get(places[index]),
        (bits >> HITS) - 1,
        Codes.SEVERITIES.get(bits & SEVERITY),
        (bits & REPLAYED) != 0,
        0);
  }
}
