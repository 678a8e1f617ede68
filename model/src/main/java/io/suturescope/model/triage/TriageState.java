package io.suturescope.model.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that is decided now.
///
/// @param dismissals the last one of each subject, whether or not it still holds
/// @param notes Markdown
/// @param reviewed groups that were looked at, alerts that were read
/// @param merges each group of a merge to the first of its merge, which leads to itself
public record TriageState(
    Map<Subject, Dismissal> dismissals,
    Map<Subject, String> notes,
    Map<Subject, String> owners,
    Set<Subject> reviewed,
    Map<Subject.Group, Subject.Group> merges) {

  public static final TriageState EMPTY =
      new TriageState(Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

  public TriageState {
    dismissals = Collections.unmodifiableMap(new LinkedHashMap<>(dismissals));
    notes = Map.copyOf(notes);
    owners = Map.copyOf(owners);
    reviewed = Set.copyOf(reviewed);
    merges = Collections.unmodifiableMap(new LinkedHashMap<>(merges));
  }

  /// What these steps lead to, in order, those that are undone left out.
  public static TriageState after(List<TriageStep> steps) {
    Folding folding = new Folding();
    steps.stream().filter(step -> !step.undone()).forEach(folding::add);
    return new TriageState(
        folding.dismissals, folding.notes, folding.owners, folding.reviewed, folding.merges);
  }

  /// The groups that a group is merged with, itself among them; empty when it stands alone.
  public List<Subject.Group> mergedWith(Subject.Group group) {
    Optional<Subject.Group> first = Optional.ofNullable(merges.get(group));
    return first.map(f -> members(merges, f)).orElse(List.of());
  }

  private static List<Subject.Group> members(
      Map<Subject.Group, Subject.Group> merges, Subject.Group first) {
    List<Subject.Group> members = new ArrayList<>();
    merges.forEach((member, of) -> {
      if (of.equals(first)) {
        members.add(member);
      }
    });
    return members;
  }

  private static final class Folding {
    private final Map<Subject, Dismissal> dismissals = new LinkedHashMap<>();
    private final Map<Subject, String> notes = new LinkedHashMap<>();
    private final Map<Subject, String> owners = new LinkedHashMap<>();
    private final Set<Subject> reviewed = new LinkedHashSet<>();
    private final Map<Subject.Group, Subject.Group> merges = new LinkedHashMap<>();

    void add(TriageStep step) {
      switch (step.change()) {
        case TriageChange.Dismiss dismiss -> dismiss(dismiss, step);
        case TriageChange.EndDismissal(List<Subject> subjects) -> {
          Dismissal.Ending ending = new Dismissal.Ending(step.by(), step.at());
          subjects.forEach(s -> dismissals.computeIfPresent(s, (_, was) -> was.endedBy(ending)));
        }
        case TriageChange.Note(List<Subject> subjects, String text) -> put(notes, subjects, text);
        case TriageChange.Owner(List<Subject> subjects, String name) -> put(owners, subjects, name);
        case TriageChange.Reviewed(List<Subject> subjects, boolean yes) -> {
          if (yes) {
            reviewed.addAll(subjects);
          } else {
            subjects.forEach(reviewed::remove);
          }
        }
        case TriageChange.Merge(List<Subject.Group> groups) -> merge(groups);
        case TriageChange.Split(List<Subject.Group> groups) -> split(groups);
      }
    }

    private void dismiss(TriageChange.Dismiss dismiss, TriageStep step) {
      for (TriageChange.Dismissing each : dismiss.each()) {
        dismissals.remove(each.subject());
        dismissals.put(
            each.subject(),
            new Dismissal(
                each.condition(), dismiss.reason(), step.by(), step.at(), Optional.empty()));
      }
    }

    private static void put(Map<Subject, String> texts, List<Subject> subjects, String text) {
      for (Subject subject : subjects) {
        if (text.isBlank()) {
          texts.remove(subject);
        } else {
          texts.put(subject, text);
        }
      }
    }

    private void merge(List<Subject.Group> groups) {
      Set<Subject.Group> all = new LinkedHashSet<>();
      for (Subject.Group group : groups) {
        Optional<Subject.Group> first = Optional.ofNullable(merges.get(group));
        all.addAll(first.map(f -> members(merges, f)).orElse(List.of(group)));
      }
      Subject.Group first = all.iterator().next();
      all.forEach(group -> merges.put(group, first));
    }

    private void split(List<Subject.Group> groups) {
      Set<Subject.Group> touched = new LinkedHashSet<>();
      for (Subject.Group group : groups) {
        Optional.ofNullable(merges.remove(group)).ifPresent(touched::add);
      }
      for (Subject.Group first : touched) {
        List<Subject.Group> left = members(merges, first);
        left.forEach(merges::remove);
        if (left.size() > 1) {
          left.forEach(group -> merges.put(group, left.getFirst()));
        }
      }
    }
  }
}
