package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.control.PatchSighting;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.DigestFile;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.verdict.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The one running import. Nothing of it is published before {@link #finish}: until then its rows
/// lie behind `hidden_from`, its counts in a part of their own, and what changes rows of earlier
/// imports waits in pending rows.
final class Session implements ImportSession {

  private static final int FIRST_BATCH = 2_000;
  private static final int MOST_HASHES = 16;
  private static final int LARGEST_BATCH = 150_000;

  private final Workspace workspace;
  private final Db db;
  private final SourceIdentity identity;
  private final long source;
  private final long part;
  private final IncidentRows rows;
  private final RollUps rollUps;
  private final Map<String, FileReading> files = new LinkedHashMap<>();
  private final Set<String> unchanged = new HashSet<>();
  private final Set<Long> ownFiles;
  private final Set<Long> agentFiles;
  private final BitSet seen = new BitSet();
  private final Map<Long, Long> folding = new HashMap<>();
  private final Set<Long> groupsWithCopies;
  private @Nullable FileReading current;
  private int batch = FIRST_BATCH;
  private int uncommitted;
  private long crashes;
  private volatile boolean cancelled;
  private boolean ended;
  private volatile ImportProgress progress = new ImportProgress(0, 0, "", 0, 0);
  private long linesRead;
  private long committedCrashes;
  private final AtomicBoolean closed = new AtomicBoolean();

  Session(Workspace workspace, Db db, SourceIdentity identity) throws SQLException {
    this.workspace = workspace;
    this.db = db;
    this.identity = identity;
    db.execute("BEGIN IMMEDIATE");
    db.update("UPDATE state SET last_part = last_part + 1");
    part = db.number("SELECT last_part FROM state").orElseThrow();
    rollUps = new RollUps(db, part);
    rows = new IncidentRows(db, rollUps);
    db.update("UPDATE state SET hidden_from = ?", rows.firstId());
    db.update(
        "INSERT INTO source(path, name, system, kind) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
        identity.path(),
        identity.displayName(),
        identity.system(),
        identity.kind().name());
    source = db.number("SELECT id FROM source WHERE path = ?", identity.path()).orElseThrow();
    ownFiles =
        new HashSet<>(
            db.list("SELECT id FROM file WHERE source_id = ?", r -> r.getLong(1), source));
    agentFiles =
        new HashSet<>(
            db.list(
                "SELECT f.id FROM file f JOIN source s ON s.id = f.source_id WHERE s.kind = ?",
                r -> r.getLong(1),
                SourceIdentity.Kind.AGENT.name()));
    groupsWithCopies =
        new HashSet<>(
            db.list("SELECT DISTINCT grp FROM incident WHERE copy = 1", r -> r.getLong(1)));
    if (rows.firstId() == 1) {
      Schema.withoutGroupIndex(db);
    }
    db.execute("COMMIT");
    db.execute("BEGIN IMMEDIATE");
    db.stopWhen(() -> cancelled);
  }

  @Override
  public long sourceId() {
    return source;
  }

  long part() {
    return part;
  }

  @Override
  public ImportProgress progress() {
    return progress;
  }

  private interface Step {
    void run() throws SQLException;
  }

  private void step(Step step) {
    if (cancelled || Thread.currentThread().isInterrupted()) {
      cancelled = true;
      throw new CancellationException("the import was cancelled");
    }
    try {
      step.run();
    } catch (SQLException e) {
      throw Failures.of(e, "importing");
    }
  }

  @Override
  public Optional<FileMark> known(String file) {
    try {
      return db.first(
          "SELECT kind, size, modified, consumed, lines, checksum FROM file WHERE source_id = ? AND"
              + " path = ? AND gone = 0 AND pending = 0",
          r ->
              new FileMark(
                  FileKind.valueOf(r.getString(1)),
                  r.getLong(2),
                  r.getLong(3),
                  r.getLong(4),
                  r.getLong(5),
                  r.getLong(6)),
          source,
          Words.storable(file));
    } catch (SQLException e) {
      throw Failures.of(e, "importing");
    }
  }

  @Override
  public void unchanged(String file) {
    step(() -> unchanged.add(file));
  }

  @Override
  public void begin(String file, Mode mode) {
    step(() -> {
      String path = Words.storable(file);
      db.update(
          "INSERT INTO file(source_id, path) VALUES(?, ?) ON CONFLICT DO NOTHING", source, path);
      long id =
          db.number("SELECT id FROM file WHERE source_id = ? AND path = ?", source, path)
              .orElseThrow();
      long before = known(file).map(FileMark::lines).orElse(0L);
      ownFiles.add(id);
      if (fromAgent()) {
        agentFiles.add(id);
      }
      current = new FileReading(id, file, mode, before, rows.nextId());
      files.put(file, current);
    });
  }

  private FileReading current() {
    FileReading file = current;
    if (file == null) {
      throw new IllegalStateException("records come after the begin of their file");
    }
    return file;
  }

  @Override
  public void incident(Incident incident, Place place, long rawHash) {
    step(() -> {
      FileReading file = current();
      linesRead++;
      tally(file, incident);
      OptionalLong time = time(incident);
      IncidentRows.Known known = known(incident, time, rawHash, place);
      if (known.id() == 0) {
        long group = rows.add(incident, time, rawHash, file.id, place);
        file.lastRow = rows.nextId() - 1;
        touch(group, time, incident.shadowVerified());
      } else {
        meet(file, known, incident, place);
      }
      if (++uncommitted >= batch) {
        commit();
      }
    });
  }

  private static OptionalLong time(Incident incident) {
    return incident.time().isPresent()
        ? OptionalLong.of(Codes.micros(incident.time().get()))
        : OptionalLong.empty();
  }

  private IncidentRows.Known known(Incident incident, OptionalLong time, long rawHash, Place place)
      throws SQLException {
    IncidentRows.Known same = rows.known(time, rawHash, place);
    return same.id() == 0 ? rows.twin(incident, time, agentFiles, fromAgent()) : same;
  }

  private boolean fromAgent() {
    return identity.kind() == SourceIdentity.Kind.AGENT;
  }

  @Override
  public boolean told(Incident incident, long rawHash) {
    boolean[] told = new boolean[1];
    step(() -> {
      IncidentRows.Known known =
          known(incident, time(incident), rawHash, Place.wholeFile(current().path));
      told[0] = known.id() != 0 && rows.stands(known, ownFiles);
    });
    return told[0];
  }

  private static void tally(FileReading file, Incident incident) {
    file.count("severity", incident.severity().name());
    file.count("status", incident.status().word());
    file.count("guard", incident.guardType());
    file.count("python", incident.pythonVersion());
    if (incident.suggestedFix().isPresent()) {
      file.count("line", "fix");
    }
    if (incident.shadowVerified()) {
      file.count("line", "copy");
    }
  }

  private void touch(long group, OptionalLong time, boolean copy) {
    if (copy) {
      groupsWithCopies.add(group);
    } else {
      crashes++;
    }
    if (copy || groupsWithCopies.contains(group)) {
      folding.merge(group, time.orElse(Long.MIN_VALUE), Math::min);
    }
  }

  private void meet(FileReading file, IncidentRows.Known known, Incident incident, Place place)
      throws SQLException {
    boolean home = known.file() == file.id && known.id() < rows.firstId();
    // A line that was rewritten away may be appended again.
    boolean expected = file.mode == Mode.REPLACE || known.gone();
    if (home && expected && !seen.get(Math.toIntExact(known.id()))) {
      seen.set(Math.toIntExact(known.id()));
      if (!known.samePlace() || known.gone()) {
        rows.sight(known.id(), file.id, place, true);
      }
      return;
    }
    rows.sight(known.id(), file.id, place, false);
    if (!incident.shadowVerified() && ownFiles.contains(known.file())) {
      file.count("line", "repeat");
    }
  }

  private void commit() throws SQLException {
    rows.flush();
    rollUps.flush();
    db.execute("COMMIT");
    db.execute("BEGIN IMMEDIATE");
    uncommitted = 0;
    batch = Math.min(LARGEST_BATCH, batch * 3);
    committedCrashes = crashes;
    show(progress.bytesRead(), progress.bytesTotal());
  }

  private void fact(
      FactKind kind,
      String natural,
      Optional<Instant> time,
      boolean flag,
      byte[] body,
      Place place) {
    step(() -> {
      db.update(
          "INSERT INTO fact(kind, file_id, natural, time, flag, body, line, offset, length,"
              + " gone, touched, pending) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1)",
          kind.code(),
          current().id,
          Words.storable(natural),
          Codes.nullable(time),
          flag ? 1 : 0,
          body,
          place.line(),
          place.offset(),
          place.length(),
          part);
      if (++uncommitted >= batch) {
        commit();
      }
    });
  }

  @Override
  public void lifecycle(LifecycleEntry entry, Place place) {
    fact(FactKind.LIFECYCLE, entry.key(), entry.updatedAt(), false, FactBytes.of(entry), place);
  }

  @Override
  public void patch(PatchFile patch, Place place) {
    var at = patch.metadata().flatMap(m -> m.patchedAt());
    fact(FactKind.PATCH, patch.baseName(), at, patch.codeFile(), FactBytes.of(patch), place);
  }

  @Override
  public void alert(Alert alert, Place place) {
    fact(FactKind.ALERT, alert.incidentId(), alert.time(), false, FactBytes.of(alert), place);
  }

  @Override
  public void rewind(Rewind rewind, Place place) {
    fact(FactKind.REWIND, "", rewind.time(), false, RewindBytes.of(rewind), place);
  }

  @Override
  public void fingerprint(FingerprintEntry entry, Place place) {
    byte[] body = FactBytes.of(entry);
    fact(FactKind.FINGERPRINT, entry.fingerprint(), entry.firstSeen(), false, body, place);
  }

  @Override
  public void learnedRule(LearnedRule rule, Place place) {
    byte[] body = FactBytes.of(rule);
    // The same rule may stand there twice, and its text may be long.
    String natural = place.offset() + " " + Long.toHexString(java.util.Arrays.hashCode(body));
    fact(FactKind.LEARNED_RULE, natural, Optional.empty(), false, body, place);
  }

  @Override
  public void event(PatchEvent event, Place place) {
    String natural = String.valueOf(place.line());
    fact(
        FactKind.EVENT,
        natural,
        event.time(),
        event.crashedNotPatched(),
        FactBytes.of(event),
        place);
  }

  @Override
  public void digest(DigestFile digest, Place place) {
    byte[] body = new FactWriter().text(digest.title()).flag(digest.weekly()).bytes();
    fact(FactKind.DIGEST, "", Optional.empty(), false, body, place);
  }

  @Override
  public void verdict(Verdict verdict, Place place) {
    String natural = String.valueOf(place.line());
    fact(FactKind.VERDICT, natural, verdict.time(), false, VerdictBytes.of(verdict), place);
  }

  @Override
  public void agentPatch(PatchSighting sighting, Place place) {
    String id = sighting.report().patchId();
    Set<String> hashes = new LinkedHashSet<>(sighting.codeHashes());
    step(() ->
        db.first(
                "SELECT body FROM fact WHERE kind = ? AND file_id = ? AND natural = ? AND pending ="
                    + " 0",
                r -> SightingBytes.sighting(new FactReader(r.getBytes(1))),
                FactKind.AGENT_PATCH.code(),
                current().id,
                id)
            .ifPresent(before -> hashes.addAll(before.codeHashes())));
    PatchSighting all =
        new PatchSighting(
            sighting.agent(),
            sighting.instance(),
            sighting.readAt(),
            sighting.report(),
            hashes.stream().limit(MOST_HASHES).toList());
    Optional<Instant> at = Optional.of(sighting.readAt());
    fact(FactKind.AGENT_PATCH, id, at, false, SightingBytes.of(all), place);
  }

  @Override
  public void alertConfig(AlertConfig config, Place place) {
    fact(FactKind.ALERT_CONFIG, "", Optional.empty(), false, FactBytes.of(config), place);
  }

  @Override
  public void problem(ImportProblem problem) {
    step(() ->
        db.update(
            "INSERT INTO problem(source_id, weight, path, line, reason, excerpt, pending)"
                + " VALUES(?, ?, ?, ?, ?, ?, 1)",
            source,
            Codes.of(problem.weight()),
            Words.storable(problem.file()),
            problem.line(),
            Words.storable(problem.reason()),
            Words.storable(problem.excerpt())));
  }

  @Override
  public void end(FileMark mark, LineCounts lines) {
    step(() -> {
      FileReading file = current();
      file.mark = Optional.of(mark);
      file.lines = lines;
      current = null;
    });
  }

  @Override
  public void progress(long bytesRead, long bytesTotal) {
    step(() -> show(bytesRead, bytesTotal));
  }

  private void show(long bytesRead, long bytesTotal) {
    FileReading file = current;
    progress =
        new ImportProgress(
            bytesRead,
            bytesTotal,
            file == null ? progress.file() : file.path,
            linesRead,
            committedCrashes);
  }

  @Override
  public SourceReport finish() {
    SourceReport[] report = new SourceReport[1];
    step(() -> {
      rows.flush();
      rollUps.flush();
      if (current != null) {
        throw new IllegalStateException("a file was begun and not ended");
      }
      Schema.withGroupIndex(db);
      Publication publication =
          new Publication(db, source, part, rows.firstId(), files, unchanged, seen);
      publication.publish(folding, workspace.nowMicros());
      report[0] = new Reports(db).report(identity, source, publication.filesRead(), crashes);
      db.execute("COMMIT");
      ended = true;
    });
    close();
    return report[0];
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    cancelled = !ended;
    workspace.endOfImport(this);
  }
}
