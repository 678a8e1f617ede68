package io.suturescope.importers.codesuture;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Keeps everything an importer says, and insists on the order of calls.
final class Recorded implements ImportSink {

  final List<Incident> incidents = new ArrayList<>();
  final List<LifecycleEntry> lifecycle = new ArrayList<>();
  final List<PatchFile> patches = new ArrayList<>();
  final List<Alert> alerts = new ArrayList<>();
  final List<Rewind> rewinds = new ArrayList<>();
  final List<FingerprintEntry> fingerprints = new ArrayList<>();
  final List<LearnedRule> rules = new ArrayList<>();
  final List<PatchEvent> events = new ArrayList<>();
  final List<DigestFile> digests = new ArrayList<>();
  final List<Verdict> verdicts = new ArrayList<>();
  final List<AlertConfig> configs = new ArrayList<>();
  final List<ImportProblem> problems = new ArrayList<>();
  final List<String> unchanged = new ArrayList<>();
  final Map<String, Mode> modes = new TreeMap<>();
  final Map<String, FileMark> marks = new HashMap<>();
  final List<Place> places = new ArrayList<>();
  final List<Object> everything = new ArrayList<>();
  LineCounts lines = LineCounts.NONE;
  private final Map<String, FileMark> known;
  private String begun = "";

  Recorded() {
    this(Map.of());
  }

  Recorded(Map<String, FileMark> known) {
    this.known = known;
  }

  List<ImportProblem> of(ImportProblem.Weight weight) {
    return problems.stream().filter(problem -> problem.weight() == weight).toList();
  }

  List<String> reasons() {
    return problems.stream().map(ImportProblem::reason).toList();
  }

  static <T> Map<String, Integer> counts(List<T> items, Function<T, String> key) {
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
    return counts;
  }

  private <T> void keep(List<T> list, T item, Place place) {
    if (!place.file().equals(begun)) {
      throw new AssertionError("record of " + place + " outside its file " + begun);
    }
    list.add(item);
    places.add(place);
    everything.add(List.of(item, place));
  }

  @Override
  public Optional<FileMark> known(String file) {
    return Optional.ofNullable(known.get(file));
  }

  @Override
  public void unchanged(String file) {
    unchanged.add(file);
    marks.put(file, known.get(file));
  }

  @Override
  public void begin(String file, Mode mode) {
    if (!begun.isEmpty()) {
      throw new AssertionError(begun + " not ended");
    }
    if (modes.put(file, mode) != null) {
      throw new AssertionError(file + " begun twice");
    }
    begun = file;
  }

  @Override
  public void incident(Incident incident, Place place, long rawHash) {
    keep(incidents, incident, place);
  }

  @Override
  public void lifecycle(LifecycleEntry entry, Place place) {
    keep(lifecycle, entry, place);
  }

  @Override
  public void patch(PatchFile patch, Place place) {
    keep(patches, patch, place);
  }

  @Override
  public void alert(Alert alert, Place place) {
    keep(alerts, alert, place);
  }

  @Override
  public void rewind(Rewind rewind, Place place) {
    keep(rewinds, rewind, place);
  }

  @Override
  public void fingerprint(FingerprintEntry entry, Place place) {
    keep(fingerprints, entry, place);
  }

  @Override
  public void learnedRule(LearnedRule rule, Place place) {
    keep(rules, rule, place);
  }

  @Override
  public void event(PatchEvent event, Place place) {
    keep(events, event, place);
  }

  @Override
  public void digest(DigestFile digest, Place place) {
    keep(digests, digest, place);
  }

  @Override
  public void verdict(Verdict verdict, Place place) {
    keep(verdicts, verdict, place);
  }

  @Override
  public void alertConfig(AlertConfig config, Place place) {
    keep(configs, config, place);
  }

  @Override
  public void problem(ImportProblem problem) {
    problems.add(problem);
    everything.add(problem);
  }

  @Override
  public void end(FileMark mark, LineCounts lines) {
    marks.put(begun, mark);
    this.lines = this.lines.plus(lines);
    begun = "";
  }

  @Override
  public void progress(long bytesRead, long bytesTotal) {
    if (bytesRead > bytesTotal) {
      throw new AssertionError("progress beyond the total");
    }
  }
}
