package io.suturescope.app.store;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// The numbers of codesuture.md 10, from raw lines and recorded states.
final class MetricsQuery {

  private static final Set<PatchState> ACTIVE =
      EnumSet.of(PatchState.PATCHED, PatchState.PERSISTED, PatchState.SUGGESTED);
  private static final Set<PatchState> OVER =
      EnumSet.of(PatchState.FIXED, PatchState.ROLLED_BACK, PatchState.EXPIRED);

  private final Db db;
  private final Instant now;

  MetricsQuery(Db db, Instant now) {
    this.db = db;
    this.now = now;
  }

  Metrics metrics(OptionalLong source) throws SQLException {
    Map<String, Long> values = new TreeMap<>();
    Map<String, Long> severity = words("severity", source);
    put(values, "incidents_total", sum(severity));
    severity.forEach((s, n) -> put(values, "incidents_total{severity=\"" + s + "\"}", n));
    words("guard", source)
        .forEach((g, n) -> put(values, "patches_total{guard_type=\"" + g + "\"}", n));
    Map<String, Long> status = words("status", source);
    put(values, "replay_success_total", status.getOrDefault("replayed", 0L));
    put(values, "patches_applied", status.getOrDefault("patched", 0L));
    put(values, "suggestions_generated", words("line", source).getOrDefault("fix", 0L));
    put(values, "suggestions_verified", 0);
    lifecycle(values, source);
    return new Metrics(values);
  }

  private void lifecycle(Map<String, Long> values, OptionalLong source) throws SQLException {
    List<LifecycleEntry> entries =
        Facts.list(db, FactKind.LIFECYCLE, FactBytes::lifecycle).stream()
            .filter(e -> !e.gone() && (source.isEmpty() || source.getAsLong() == e.source().id()))
            .map(Stored::fact)
            .toList();
    put(values, "patches_active", entries.stream().filter(e -> ACTIVE.contains(e.state())).count());
    for (LifecycleEntry entry : entries) {
      values.merge(
          "codesuture_lifecycle_total{state=\"" + entry.recordedState() + "\"}", 1L, Long::sum);
    }
    put(values, "ttl_expiring_soon", entries.stream().filter(this::expiresSoon).count());
  }

  private boolean expiresSoon(LifecycleEntry entry) {
    return !OVER.contains(entry.state())
        && entry.createdAt().isPresent()
        && entry.ttlDays().isPresent()
        && Math.floorDiv(Duration.between(entry.createdAt().get(), now).toSeconds(), 86_400L)
            >= entry.ttlDays().get() - 1L;
  }

  private static void put(Map<String, Long> values, String name, long value) {
    values.put("codesuture_" + name, value);
  }

  private static long sum(Map<String, Long> words) {
    return words.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> words(String what, OptionalLong source) throws SQLException {
    Map<String, Long> words = new TreeMap<>();
    db.each(
        "SELECT t.word, sum(t.n) FROM tally t JOIN file f ON f.id = t.file_id WHERE t.what = ? AND"
            + " f.gone = 0"
            + (source.isPresent() ? " AND f.source_id = " + source.getAsLong() : "")
            + " GROUP BY t.word",
        r -> words.put(Words.restored(r.getString(1)), r.getLong(2)),
        what);
    return words;
  }
}
