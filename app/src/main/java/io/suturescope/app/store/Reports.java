package io.suturescope.app.store;

import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what a source holds.
final class Reports {

  private static final String CURRENT =
      " FROM fact t JOIN file f ON f.id = t.file_id WHERE t.pending = 0 AND t.gone = 0 AND"
          + " f.source_id = ? AND t.kind = ?";

  private final Db db;

  Reports(Db db) {
    this.db = db;
  }

  SourceReport report(SourceIdentity identity, long source, SourceReport.Files files, long fresh)
      throws SQLException {
    LineCounts lines =
        db.first(
                "SELECT sum(accepted), sum(blank), sum(problems) FROM file WHERE source_id = ? AND"
                    + " gone = 0 AND pending = 0 AND kind = 'INCIDENT_LOG'",
                r -> new LineCounts(r.getLong(1), r.getLong(2), r.getLong(3)),
                source)
            .orElse(LineCounts.NONE);
    Map<String, Long> lineKinds = words(source, "line");
    long copies = lineKinds.getOrDefault("copy", 0L);
    long repeats = lineKinds.getOrDefault("repeat", 0L);
    long crashes = lines.accepted() - copies - repeats;
    List<PatchFile> patches = facts(source, FactKind.PATCH, FactBytes::patch);
    return new SourceReport(
        identity,
        source,
        files,
        lines,
        new SourceReport.Incidents(
            lines.accepted(), crashes, copies, repeats, fresh, crashes - fresh),
        words(source, "severity"),
        words(source, "status"),
        words(source, "guard"),
        words(source, "python"),
        new SourceReport.Patches(
            patches.stream().filter(PatchFile::codeFile).count(),
            patches.stream().filter(PatchFile::originalCodeFile).count(),
            countFiles(source, "PATCH_METADATA")),
        signatures(patches),
        count(source, FactKind.LIFECYCLE),
        states(source),
        count(source, FactKind.ALERT),
        count(source, FactKind.REWIND),
        count(source, FactKind.FINGERPRINT),
        count(source, FactKind.LEARNED_RULE),
        count(source, FactKind.EVENT),
        count(source, FactKind.DIGEST),
        printedVerdicts(source),
        problems(source, 0),
        omitted(source, 0),
        problems(source, 1),
        omitted(source, 1));
  }

  private Map<String, Long> words(long source, String what) throws SQLException {
    Map<String, Long> words = new TreeMap<>();
    db.each(
        "SELECT t.word, sum(t.n) FROM tally t JOIN file f ON f.id = t.file_id WHERE f.source_id = ?"
            + " AND f.gone = 0 AND t.what = ? GROUP BY t.word",
        r -> words.put(Words.restored(r.getString(1)), r.getLong(2)),
        source,
        what);
    return words;
  }

  private <T> List<T> facts(
      long source, FactKind kind, java.util.function.Function<FactReader, T> read)
      throws SQLException {
    return db.list(
        "SELECT t.body" + CURRENT,
        r -> read.apply(new FactReader(r.getBytes(1))),
        source,
        kind.code());
  }

  private long count(long source, FactKind kind) throws SQLException {
    return db.number("SELECT count(*)" + CURRENT, source, kind.code()).orElse(0);
  }

  private long printedVerdicts(long source) throws SQLException {
    return facts(source, FactKind.VERDICT, VerdictBytes::verdict).stream()
        .filter(verdict -> verdict.kind() != VerdictKind.NOT_RUN)
        .mapToLong(Verdict::count)
        .sum();
  }

  private long countFiles(long source, String kind) throws SQLException {
    return db.number(
            "SELECT count(*) FROM file WHERE source_id = ? AND kind = ? AND gone = 0", source, kind)
        .orElse(0);
  }

  private static Map<String, Long> signatures(List<PatchFile> patches) {
    Map<String, Long> counts = new TreeMap<>();
    for (SignatureState state : SignatureState.values()) {
      counts.put(
          state.word(),
          patches.stream().filter(p -> p.codeFile() && p.signature() == state).count());
    }
    return counts;
  }

  private Map<String, Long> states(long source) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (LifecycleEntry entry : facts(source, FactKind.LIFECYCLE, FactBytes::lifecycle)) {
      counts.merge(entry.recordedState(), 1L, Long::sum);
    }
    return counts;
  }

  private List<ImportProblem> problems(long source, int weight) throws SQLException {
    return db.list(
        "SELECT id, source_id, weight, path, line, reason, excerpt FROM problem WHERE source_id = ?"
            + " AND (weight > 0) = ? AND pending = 0 ORDER BY path, line, id LIMIT ?",
        SourceQueries::problem,
        source,
        weight,
        SourceReport.PROBLEM_LIMIT);
  }

  private long omitted(long source, int weight) throws SQLException {
    long all =
        db.number(
                "SELECT count(*) FROM problem WHERE source_id = ? AND (weight > 0) = ? AND pending = 0",
                source,
                weight)
            .orElse(0);
    return Math.max(0, all - SourceReport.PROBLEM_LIMIT);
  }
}
