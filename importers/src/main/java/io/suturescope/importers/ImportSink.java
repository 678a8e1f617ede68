package io.suturescope.importers;

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

/// Where an importer puts what it reads. The receiver decides what becomes of it; the importer
/// knows no database.
///
/// Order of calls: for each file either {@link #unchanged}, or {@link #begin}, then its records and
/// problems in file order, then {@link #end}. Calls come from one thread. A receiver may throw
/// {@link java.util.concurrent.CancellationException} from any call to stop the import; the
/// importer lets it pass.
public interface ImportSink {

  /// How far a file of this source has been read before; empty for a file never read.
  Optional<FileMark> known(String file);

  /// The file is the same as at its last reading and is not read again.
  void unchanged(String file);

  /// From here on, records of this file. With {@link Mode#APPEND} they come after those already
  /// known; with {@link Mode#REPLACE} they are the whole file: what is known of it and does not
  /// come again is gone from the source.
  void begin(String file, Mode mode);

  /// @param rawHash 64-bit hash of the line's bytes: equal lines have equal hashes
  void incident(Incident incident, Place place, long rawHash);

  void lifecycle(LifecycleEntry entry, Place place);

  void patch(PatchFile patch, Place place);

  void alert(Alert alert, Place place);

  void rewind(Rewind rewind, Place place);

  void fingerprint(FingerprintEntry entry, Place place);

  void learnedRule(LearnedRule rule, Place place);

  void event(PatchEvent event, Place place);

  void digest(DigestFile digest, Place place);

  /// A verdict that `codesuture run` printed. Those on disk come as incidents, as copies.
  void verdict(Verdict verdict, Place place);

  void alertConfig(AlertConfig config, Place place);

  /// A problem or warning, of the file begun last or of any other (`file` says which).
  void problem(ImportProblem problem);

  /// The file begun last is complete.
  ///
  /// @param mark where the next import goes on
  /// @param lines what this reading counted; only incident logs count lines, others give {@link
  ///   LineCounts#NONE}
  void end(FileMark mark, LineCounts lines);

  /// Progress in bytes, of a total that is known once the source was listed. Cheap; may be called
  /// often.
  void progress(long bytesRead, long bytesTotal);

  enum Mode {
    APPEND,
    REPLACE
  }
}
