package io.suturescope.app.imports;

import io.suturescope.app.store.ImportProgress;
import io.suturescope.app.store.ImportSession;
import io.suturescope.importers.ImportSink;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.DigestFile;
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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Hands everything on to the session, stops when the thread was interrupted, and tells the
/// progress now and then.
///
/// The interrupt has to be looked for here: it makes files unreadable, which an importer would take
/// for a problem of the file.
final class WatchedSink implements ImportSink {

  private static final long PERIOD_NANOS = 100_000_000;
  private static final int CALLS_BETWEEN_LOOKS = 256;

  private final ImportSession session;
  private final Consumer<ImportProgress> progress;
  private long told = System.nanoTime() - PERIOD_NANOS;
  private int calls;

  WatchedSink(ImportSession session, Consumer<ImportProgress> progress) {
    this.session = session;
    this.progress = progress;
  }

  private ImportSession watched() {
    if (Thread.currentThread().isInterrupted()) {
      session.cancel();
      throw new CancellationException("interrupted");
    }
    if (++calls % CALLS_BETWEEN_LOOKS == 0) {
      tell();
    }
    return session;
  }

  private void tell() {
    long now = System.nanoTime();
    if (now - told >= PERIOD_NANOS) {
      told = now;
      progress.accept(session.progress());
    }
  }

  @Override
  public Optional<FileMark> known(String file) {
    return watched().known(file);
  }

  @Override
  public void unchanged(String file) {
    watched().unchanged(file);
  }

  @Override
  public void begin(String file, Mode mode) {
    watched().begin(file, mode);
  }

  @Override
  public void incident(Incident incident, Place place, long rawHash) {
    watched().incident(incident, place, rawHash);
  }

  @Override
  public void lifecycle(LifecycleEntry entry, Place place) {
    watched().lifecycle(entry, place);
  }

  @Override
  public void patch(PatchFile patch, Place place) {
    watched().patch(patch, place);
  }

  @Override
  public void alert(Alert alert, Place place) {
    watched().alert(alert, place);
  }

  @Override
  public void rewind(Rewind rewind, Place place) {
    watched().rewind(rewind, place);
  }

  @Override
  public void fingerprint(FingerprintEntry entry, Place place) {
    watched().fingerprint(entry, place);
  }

  @Override
  public void learnedRule(LearnedRule rule, Place place) {
    watched().learnedRule(rule, place);
  }

  @Override
  public void event(PatchEvent event, Place place) {
    watched().event(event, place);
  }

  @Override
  public void digest(DigestFile digest, Place place) {
    watched().digest(digest, place);
  }

  @Override
  public void verdict(Verdict verdict, Place place) {
    watched().verdict(verdict, place);
  }

  @Override
  public void alertConfig(AlertConfig config, Place place) {
    watched().alertConfig(config, place);
  }

  @Override
  public void problem(ImportProblem problem) {
    watched().problem(problem);
  }

  @Override
  public void end(FileMark mark, LineCounts lines) {
    watched().end(mark, lines);
    tell();
  }

  @Override
  public void progress(long bytesRead, long bytesTotal) {
    watched().progress(bytesRead, bytesTotal);
    tell();
  }
}
