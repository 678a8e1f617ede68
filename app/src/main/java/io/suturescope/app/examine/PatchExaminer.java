package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.importers.codesuture.PatchFiles;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.source.CheckedFix;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Finds out everything that can be known of patches, from the workspace and from their sources as
/// they are now. Reads only; nothing of a patch is ever run. Not for the UI thread: it opens files,
/// and unpacks a source that is an archive.
public final class PatchExaminer {

  /// CodeSuture logs the incident some milliseconds after it has saved the patch.
  private static final Duration CLOSE = Duration.ofMinutes(1);

  private static final int LOOKED_AT = 100;

  private final Reading reading;
  private final Clock clock;

  /// @param clock its time is "now" for what has expired
  public PatchExaminer(Reading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// Examines one patch. Never fails for what the data holds: what cannot be read is said in the
  /// answer.
  ///
  /// @throws CancellationException when its thread was interrupted, which stays interrupted
  public Examination examine(PatchRow patch) {
    List<Examination> one = new ArrayList<>();
    examine(List.of(patch), one::add);
    return one.getFirst();
  }

  /// An interrupt makes files unreadable, which must not be taken for what they are.
  private static void stopWhenInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  /// Examines many, each source opened once; an answer is handed on before the next is looked for.
  public void examine(List<PatchRow> patches, Consumer<Examination> each) {
    forEach(patches, this::examine, (_, examination) -> each.accept(examination));
  }

  /// Judges the trust of patches, each source opened once.
  public void trust(List<PatchRow> patches, BiConsumer<PatchRow, Trust> each) {
    forEach(patches, this::trust, each);
  }

  /// Checks the newest suggested fix of patches, each source opened once; empty where there is
  /// none.
  public void fixes(List<PatchRow> patches, BiConsumer<PatchRow, Optional<CheckedFix>> each) {
    forEach(
        patches,
        (patch, project) ->
            suggesting(patch).flatMap(stored -> PatchAnswer.fix(stored, project.tree())),
        each);
  }

  private <T> void forEach(
      List<PatchRow> patches, BiFunction<PatchRow, Project, T> work, BiConsumer<PatchRow, T> each) {
    Map<SourceRow, List<PatchRow>> bySource = new LinkedHashMap<>();
    patches.forEach(
        patch -> bySource.computeIfAbsent(patch.source(), _ -> new ArrayList<>()).add(patch));
    bySource.forEach((source, ofSource) -> {
      try (Project project = Project.open(source, reading)) {
        for (PatchRow patch : ofSource) {
          T answer = work.apply(patch, project);
          stopWhenInterrupted();
          each.accept(patch, answer);
        }
      }
    });
  }

  private Examination examine(PatchRow patch, Project project) {
    PatchBytes bytes = PatchBytes.read(patch, project.tree());
    Optional<Incident> maker = maker(patch, bytes);
    PatchPython python = PatchPython.of(bytes.pythons(), maker);
    Optional<StoredIncident> latest = latest(patch, patch.guardType(), 1, _ -> true);
    CodeSides sides = sides(patch, bytes, python, project, latest.map(StoredIncident::incident));
    return new PatchAnswer(patch, latest, below(patch), sides, project.tree())
        .examination(
            python.choice(),
            bytes.files().flatMap(PatchFiles::metadata),
            suggesting(patch),
            TrustJudge.judge(patch, bytes, maker, python, project, clock.instant()));
  }

  private static CodeSides sides(
      PatchRow patch,
      PatchBytes bytes,
      PatchPython python,
      Project project,
      Optional<Incident> latest) {
    Optional<PyCode> code = bytes.code();
    if (code.isEmpty()) {
      return CodeSides.unreadable(bytes.unreadable(patch, project.tree().isPresent()));
    }
    return CodeSides.of(
        new CodeSides.Question(
            bytes.files().orElseThrow(),
            code.get(),
            python.choice(),
            latest.map(Incident::filePath).orElse(""),
            patch.guardType()),
        project.originals());
  }

  private Optional<StoredIncident> suggesting(PatchRow patch) {
    return latest(
        patch, patch.guardType(), LOOKED_AT, incident -> incident.suggestedFix().isPresent());
  }

  /// The guards under the last one, newest first.
  private List<LowerGuard> below(PatchRow patch) {
    return patch.layers().reversed().stream()
        .filter(layer -> layer.lifecycle().isPresent())
        .map(PatchRow.Layer::guardType)
        .filter(guard -> !guard.equals(patch.guardType()))
        .distinct()
        .map(guard ->
            new LowerGuard(guard, latest(patch, guard, 1, _ -> true).map(StoredIncident::incident)))
        .toList();
  }

  /// The latest crash of module, function and guard for which something holds, among so many.
  private Optional<StoredIncident> latest(
      PatchRow patch, String guard, int among, Predicate<Incident> wanted) {
    Optional<String> type = Optional.of(guard).filter(name -> !name.isEmpty());
    return reading.latestCrashes(patch, type, Optional.empty(), among).stream()
        .filter(stored -> wanted.test(stored.incident()))
        .findFirst();
  }

  private Trust trust(PatchRow patch, Project project) {
    PatchBytes bytes = PatchBytes.read(patch, project.tree());
    Optional<Incident> maker = maker(patch, bytes);
    PatchPython python = PatchPython.of(bytes.pythons(), maker);
    return TrustJudge.judge(patch, bytes, maker, python, project, clock.instant());
  }

  /// The incident that the patch was made for: of this module and function, close in time.
  private Optional<Incident> maker(PatchRow patch, PatchBytes bytes) {
    Optional<Instant> patched =
        bytes
            .files()
            .flatMap(PatchFiles::metadata)
            .or(() -> patch.file().flatMap(PatchFile::metadata))
            .flatMap(PatchMetadata::patchedAt)
            .or(() -> patch.lifecycle().flatMap(entry -> entry.updatedAt()));
    if (patched.isEmpty()) {
      return Optional.empty();
    }
    Instant at = patched.get();
    return reading.latestCrashes(patch, Optional.empty(), Optional.of(plus(at)), LOOKED_AT).stream()
        .map(StoredIncident::incident)
        .filter(incident -> incident.time().isPresent())
        .filter(incident -> apart(incident, at).compareTo(CLOSE) <= 0)
        .min(Comparator.comparing(incident -> apart(incident, at)));
  }

  /// Recorded times may lie at the end of time.
  private static Instant plus(Instant at) {
    return at.isAfter(Instant.MAX.minus(CLOSE)) ? Instant.MAX : at.plus(CLOSE);
  }

  private static Duration apart(Incident incident, Instant at) {
    return Duration.between(incident.time().orElseThrow(), at).abs();
  }
}
