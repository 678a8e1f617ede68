package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.guard.GuardQuestion;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixCheck;
import io.suturescope.model.source.SourceText;
import io.suturescope.model.source.SuggestedFix;
import io.suturescope.model.source.TraceQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts an examination together from what was found.
///
/// @param latest crash of module, function and guard
/// @param below the guards under the last one
record PatchAnswer(
    PatchRow patch,
    Optional<StoredIncident> latest,
    List<LowerGuard> below,
    CodeSides sides,
    Optional<SourceTree> tree) {

  /// @param suggesting the latest incident that has a suggestion
  Examination examination(
      PythonChoice python,
      Optional<PatchMetadata> metadata,
      Optional<StoredIncident> suggesting,
      Trust trust) {
    return new Examination(
        patch,
        latest,
        python,
        sides.original(),
        sides.left(),
        sides.right(),
        sides.unreadable(),
        sides.diff(),
        explanation(metadata),
        latest.map(StoredIncident::incident).flatMap(this::source),
        suggesting.flatMap(stored -> fix(stored, tree)),
        trust);
  }

  /// Of the guard that was put on last, and one sentence for each under it.
  private GuardExplanation explanation(Optional<PatchMetadata> metadata) {
    GuardExplanation last = GuardExplanation.of(question(metadata));
    if (below.isEmpty()) {
      return last;
    }
    List<String> details = new ArrayList<>(last.details());
    below.forEach(guard -> details.add(guard.sentence(patch)));
    return new GuardExplanation(last.sentence(), details, last.warnings());
  }

  /// The metadata tell of the last guard of a function only; an earlier one's are in its incident.
  private GuardQuestion question(Optional<PatchMetadata> metadata) {
    Optional<PatchMetadata> own =
        metadata.filter(each -> each.guardType().equals(patch.guardType()));
    Optional<Incident> incident = latest.map(StoredIncident::incident);
    return new GuardQuestion(
        patch.guardType(),
        own.map(PatchMetadata::target).or(() -> incident.map(Incident::targetVariable)).orElse(""),
        own.map(PatchMetadata::defaultValue)
            .or(() -> incident.map(Incident::defaultValue))
            .orElse(""),
        patch.module(),
        patch.function(),
        incident.map(Incident::exceptionType).orElse(""),
        sides.right().map(CodeSide::listing),
        sides.diff().filter(_ -> sides.left().isPresent()));
  }

  private Optional<CrashedSource> source(Incident incident) {
    Optional<Listing> code = sides.left().or(sides::right).map(CodeSide::listing);
    return new CrashedLine(incident, file(tree, incident.filePath()), code).source();
  }

  /// The suggestion of a crash, checked against the file as it is now.
  static Optional<CheckedFix> fix(StoredIncident suggesting, Optional<SourceTree> tree) {
    Incident incident = suggesting.incident();
    return SuggestedFix.of(incident)
        .map(fix ->
            FixCheck.check(
                fix,
                file(tree, fix.path()),
                TraceQuote.of(incident.stackTrace(), fix.line()).map(TraceQuote::text)));
  }

  private static Optional<SourceText> file(Optional<SourceTree> tree, String recordedPath) {
    return tree.flatMap(each -> each.pythonFile(recordedPath));
  }
}
