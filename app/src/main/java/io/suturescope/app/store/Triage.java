package io.suturescope.app.store;

import io.suturescope.model.triage.Dismissal;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.model.triage.TriageState;
import io.suturescope.model.triage.TriageStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people decide about crashes and alerts: the console's own, kept beside the workspace, never
/// in a project. Never waits for an import. Not for the UI thread; usable from several threads.
public final class Triage {

  private final Workspace workspace;

  Triage(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Makes a change of one subject or many, all or nothing, in the name of the system's user. What
  /// was undone before cannot be done again any more.
  ///
  /// @return what is decided then
  public TriageState apply(TriageChange change) {
    return workspace.triage().apply(change);
  }

  /// Takes back the last step; empty when there is none.
  public Optional<TriageStep> undo() {
    return workspace.triage().undo();
  }

  /// Does again what was undone last; empty when there is nothing.
  public Optional<TriageStep> redo() {
    return workspace.triage().redo();
  }

  /// Newest first: the undone steps, then those that can be undone; those too when there are more
  /// than a thousand steps, the oldest left out.
  public List<TriageStep> stack() {
    return workspace.triage().stack();
  }

  public TriageState state() {
    return workspace.triage().state();
  }

  /// Every dismissal that somebody made and did not undo, newest first.
  public List<Inventoried> inventory() {
    TriageState state = state();
    Map<Subject, SubjectFacts> facts =
        new SqliteReading(workspace, Optional.empty()).facts(state.dismissals().keySet());
    Instant now = workspace.clock().instant();
    List<Inventoried> all = new ArrayList<>();
    state
        .dismissals()
        .forEach((subject, dismissal) -> {
          Optional<SubjectFacts> known = Optional.ofNullable(facts.get(subject));
          all.add(inventoried(subject, dismissal, known, now));
        });
    return List.copyOf(all.reversed());
  }

  private static Inventoried inventoried(
      Subject subject, Dismissal dismissal, Optional<SubjectFacts> known, Instant now) {
    SubjectFacts facts = known.orElse(SubjectFacts.NONE);
    Optional<String> over = dismissal.over(now, facts);
    Standing standing = known.isEmpty() ? Standing.DEAD : Standing.ACTIVE;
    if (over.isPresent() && (known.isPresent() || dismissal.ended().isPresent())) {
      standing = Standing.ENDED;
    }
    return new Inventoried(subject, dismissal, standing, over.orElse(""), facts.crashes());
  }

  /// How a dismissal stands.
  public enum Standing {
    /// Hides its subject.
    ACTIVE,
    /// Its condition came true, or somebody ended it.
    ENDED,
    /// The workspace has no crash or alert of its subject any more.
    DEAD
  }

  /// @param over why it ended, without a full stop; may be empty
  /// @param crashes of the subject now
  public record Inventoried(
      Subject subject, Dismissal dismissal, Standing standing, String over, long crashes) {}
}
