package io.suturescope.app.bench;

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

/// Keeps nothing: what is left is the cost of parsing.
class CountingSink implements ImportSink {

  private long incidents;

  long incidents() {
    return incidents;
  }

  @Override
  public Optional<FileMark> known(String file) {
    return Optional.empty();
  }

  @Override
  public void incident(Incident incident, Place place, long rawHash) {
    incidents++;
  }

  @Override
  public void unchanged(String file) {}

  @Override
  public void begin(String file, Mode mode) {}

  @Override
  public void lifecycle(LifecycleEntry entry, Place place) {}

  @Override
  public void patch(PatchFile patch, Place place) {}

  @Override
  public void alert(Alert alert, Place place) {}

  @Override
  public void rewind(Rewind rewind, Place place) {}

  @Override
  public void fingerprint(FingerprintEntry entry, Place place) {}

  @Override
  public void learnedRule(LearnedRule rule, Place place) {}

  @Override
  public void event(PatchEvent event, Place place) {}

  @Override
  public void digest(DigestFile digest, Place place) {}

  @Override
  public void verdict(Verdict verdict, Place place) {}

  @Override
  public void alertConfig(AlertConfig config, Place place) {}

  @Override
  public void problem(ImportProblem problem) {}

  @Override
  public void end(FileMark mark, LineCounts lines) {}

  @Override
  public void progress(long bytesRead, long bytesTotal) {}
}
