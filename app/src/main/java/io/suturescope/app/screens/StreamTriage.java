package io.suturescope.app.screens;

import io.suturescope.app.store.GroupIndex;
import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.GroupRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Triage;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.triage.Dismissal;
import io.suturescope.model.triage.DismissalCondition;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.model.triage.TriageState;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriagePart;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What is decided about rows of the stream: marks, sheets, changes. On the UI thread, but for
/// {@link #read}.
final class StreamTriage {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final int MORE = 10;
  private static final int LOOKED_AT = 1_000;
  private static final int NAMED = 8;

  private final Desk desk;
  private final Background background;
  private final Runnable show;
  private final Lane lane = Lane.oneAfterAnother("decisions");
  private final Lane previewLane = Lane.newestWins("preview");
  private final Set<Long> marked = new LinkedHashSet<>();
  private Decided decided = Decided.NONE;
  private Optional<TriagePart.Form> form = Optional.empty();
  private List<Long> formGroups = List.of();
  private long forms;
  private long marks;

  /// @param show draws the screen again
  StreamTriage(Desk desk, Background background, Runnable show) {
    this.desk = desk;
    this.background = background;
    this.show = show;
  }

  /// What was decided when the stream was read.
  ///
  /// @param facts of everything that was ever dismissed
  /// @param held dismissed groups that match the query
  /// @param hiding they are left out of the rows
  record Decided(
      TriageState state, Map<Subject, SubjectFacts> facts, Set<Long> held, boolean hiding) {
    static final Decided NONE = new Decided(TriageState.EMPTY, Map.of(), Set.of(), false);
  }

  /// Off the UI thread.
  static Decided read(Triage triage, Reading reading, IncidentQuery query) {
    TriageState state = triage.state();
    if (state.dismissals().isEmpty()) {
      return new Decided(state, Map.of(), Set.of(), false);
    }
    long[] held = reading.groupIds(and(query, false), GroupOrder.SEVERITY);
    return new Decided(
        state,
        reading.facts(state.dismissals().keySet()),
        LongStream.of(held).boxed().collect(Collectors.toSet()),
        held.length > 0 && !asksForDismissed(query));
  }

  /// What the rows are read with: dismissed groups are hidden, unless the query speaks of them.
  static IncidentQuery visible(IncidentQuery query, Decided decided) {
    return decided.hiding() ? and(query, true) : query;
  }

  /// The query with `is:dismissed`, or with `-is:dismissed`.
  static IncidentQuery and(IncidentQuery query, boolean negated) {
    QueryTerm dismissed = QueryTerm.ofWords(QueryKey.IS, "dismissed");
    return query.and(negated ? dismissed.not() : dismissed);
  }

  private static boolean asksForDismissed(IncidentQuery query) {
    return query.of(QueryKey.IS).stream()
        .flatMap(term -> term.values().stream())
        .anyMatch(new QueryValue.Word("dismissed")::equals);
  }

  /// The stream was read anew: what does not stand in it any more is not marked any more.
  void take(Decided read, GroupIndex index) {
    decided = read;
    if (!marked.isEmpty()) {
      Set<Long> there = new HashSet<>();
      for (int i = 0; i < index.groups(); i++) {
        there.add(index.group(i));
      }
      marked.retainAll(there);
    }
    marks++;
  }

  static Subject.Group subject(GroupRow row) {
    return new Subject.Group(
        row.fingerprint(), row.module(), row.function(), row.guardType(), row.exceptionType());
  }

  /// What is drawn on the row of a group.
  TriagePart.Marks marks(GroupRow row) {
    Subject.Group subject = subject(row);
    TriageState state = decided.state();
    List<String> words = new ArrayList<>();
    if (state.dismissals().containsKey(subject)) {
      words.add(decided.held().contains(row.id()) ? "dismissed" : "dismissed before");
    }
    if (state.reviewed().contains(subject)) {
      words.add("reviewed");
    }
    Optional.ofNullable(state.owners().get(subject)).ifPresent(words::add);
    if (state.notes().containsKey(subject)) {
      words.add("note");
    }
    return new TriagePart.Marks(marked.contains(row.id()), words);
  }

  /// The same of several groups in one row: what is decided about all of them.
  TriagePart.Marks marks(List<GroupRow> members) {
    TriagePart.Marks first = marks(members.getFirst());
    List<String> common = new ArrayList<>(first.decided());
    boolean all = first.marked();
    for (GroupRow member : members) {
      TriagePart.Marks marks = marks(member);
      common.retainAll(marks.decided());
      all &= marks.marked();
    }
    return new TriagePart.Marks(all, common);
  }

  /// True when somebody put these groups together.
  boolean merged(List<GroupRow> members) {
    return members.size() > 1
        && decided
            .state()
            .mergedWith(subject(members.getFirst()))
            .contains(subject(members.get(1)));
  }

  boolean anyMarked() {
    return !marked.isEmpty();
  }

  List<Long> marked() {
    return List.copyOf(marked);
  }

  /// Marks these, or no longer when all of them are.
  void toggle(Collection<Long> groups) {
    if (marked.containsAll(groups)) {
      groups.forEach(marked::remove);
      marks++;
      show.run();
    } else {
      mark(groups);
    }
  }

  void mark(Collection<Long> groups) {
    marked.addAll(groups);
    marks++;
    show.run();
  }

  void clear() {
    if (!marked.isEmpty()) {
      marked.clear();
      marks++;
      show.run();
    }
  }

  /// @param groups what a decision would be about
  /// @param row finds a group that is loaded
  /// @param selected the groups of the selected row
  TriagePart part(List<Long> groups, Function<Long, Optional<GroupRow>> row, List<Long> selected) {
    return new TriagePart(
        marked.size(),
        marks,
        decided.hiding() ? decided.held().size() : 0,
        offer(groups, row),
        story(selected, row),
        selected.stream()
            .findFirst()
            .flatMap(row)
            .flatMap(r -> Optional.ofNullable(decided.state().notes().get(subject(r))))
            .orElse(""),
        form);
  }

  private TriagePart.Offer offer(List<Long> groups, Function<Long, Optional<GroupRow>> row) {
    List<Subject.Group> subjects =
        groups.stream()
            .limit(LOOKED_AT)
            .map(row)
            .flatMap(Optional::stream)
            .map(StreamTriage::subject)
            .toList();
    TriageState state = decided.state();
    boolean oneMerge =
        !subjects.isEmpty()
            && new HashSet<>(state.mergedWith(subjects.getFirst())).containsAll(subjects);
    return new TriagePart.Offer(
        groups.size(),
        !subjects.isEmpty() && state.reviewed().containsAll(subjects),
        groups.stream().anyMatch(decided.held()::contains),
        groups.size() > 1 && !oneMerge,
        subjects.stream().anyMatch(state.merges()::containsKey));
  }

  private List<String> story(List<Long> groups, Function<Long, Optional<GroupRow>> row) {
    Optional<GroupRow> first = groups.stream().findFirst().flatMap(row);
    if (first.isEmpty()) {
      return List.of();
    }
    Subject.Group subject = subject(first.get());
    TriageState state = decided.state();
    List<String> lines = new ArrayList<>();
    Optional.ofNullable(state.dismissals().get(subject))
        .ifPresent(dismissal -> lines.add(sentence(subject, dismissal)));
    if (state.reviewed().contains(subject)) {
      lines.add("Reviewed.");
    }
    Optional.ofNullable(state.owners().get(subject))
        .ifPresent(owner -> lines.add(owner + " looks after it."));
    List<Subject.Group> merged = state.mergedWith(subject);
    if (!merged.isEmpty()) {
      lines.add(together(merged, subject));
    }
    return lines;
  }

  private String sentence(Subject subject, Dismissal dismissal) {
    TimeView time = desk.time();
    SubjectFacts facts = decided.facts().getOrDefault(subject, SubjectFacts.NONE);
    String was = dismissal.was(time.zone());
    return dismissal
        .over(time.now(), facts)
        .map(why -> "It " + was + ". It is back: " + why + ".")
        .orElseGet(
            () -> "It " + was + ". It holds " + DismissalWords.until(dismissal, time.zone()) + ".");
  }

  private static String together(List<Subject.Group> merged, Subject.Group self) {
    String others =
        merged.stream()
            .filter(each -> !each.equals(self))
            .limit(NAMED)
            .map(each -> Words.shortName(each.function()) + " (" + each.exception() + ")")
            .collect(Collectors.joining(", "));
    String more = merged.size() - 1 > NAMED ? ", …" : "";
    return "Merged by hand with " + others + more + ". Their later crashes come here as well.";
  }

  /// Opens the sheet for a dismissal; how much it would hide is counted meanwhile.
  void openDismissal(List<Long> groups, Hold hold) {
    open(TriagePart.Kind.DISMISS, groups, "Dismiss " + TriageWords.groups(groups.size()), "", hold);
    if (form.isPresent()) {
      Reading reading = desk.reading();
      long number = forms;
      background.run(
          previewLane,
          () -> preview(reading, groups),
          text -> {
            form =
                form.filter(f -> f.number() == number)
                    .map(f ->
                        new TriagePart.Form(
                            f.kind(), f.number(), f.title(), text, f.text(), f.hold()))
                    .or(() -> form);
            show.run();
          });
    }
  }

  private static String preview(Reading reading, List<Long> groups) {
    Map<Subject, SubjectFacts> facts = reading.facts(subjects(reading, groups));
    long crashes = facts.values().stream().mapToLong(SubjectFacts::crashes).sum();
    long without = facts.values().stream().filter(f -> f.codeHash().isEmpty()).count();
    String text =
        "Hides "
            + TriageWords.groups(facts.size())
            + ", "
            + Words.count(crashes, "crash", "crashes")
            + " now. They still count in the timeline, the digest and every export.";
    return without == 0
        ? text
        : text
            + " "
            + Words.count(without, "group has", "groups have")
            + " no patch file; the code counts as changed once there is one.";
  }

  private static List<Subject.Group> subjects(Reading reading, List<Long> groups) {
    long[] ids = groups.stream().mapToLong(Long::longValue).toArray();
    return List.copyOf(reading.subjects(ids).values());
  }

  void openNote(List<Long> groups, Optional<GroupRow> first) {
    open(
        TriagePart.Kind.NOTE,
        groups,
        "Note on " + TriageWords.groups(groups.size()),
        text(first, decided.state().notes()),
        Hold.WEEK);
  }

  void openOwner(List<Long> groups, Optional<GroupRow> first) {
    open(
        TriagePart.Kind.OWNER,
        groups,
        "Owner of " + TriageWords.groups(groups.size()),
        text(first, decided.state().owners()),
        Hold.WEEK);
  }

  private static String text(Optional<GroupRow> row, Map<Subject, String> texts) {
    return row.flatMap(r -> Optional.ofNullable(texts.get(subject(r)))).orElse("");
  }

  private void open(TriagePart.Kind kind, List<Long> groups, String title, String text, Hold hold) {
    if (!groups.isEmpty()) {
      formGroups = groups;
      form = Optional.of(new TriagePart.Form(kind, ++forms, title, "", text, hold));
      show.run();
    }
  }

  void close() {
    form = Optional.empty();
    show.run();
  }

  void submit(String text, Hold hold) {
    Optional<TriagePart.Form> agreed = form;
    close();
    agreed.ifPresent(f -> {
      switch (f.kind()) {
        case DISMISS -> dismiss(text, hold);
        case NOTE -> decide(formGroups, subjects -> new TriageChange.Note(wide(subjects), text));
        case OWNER -> decide(formGroups, subjects -> new TriageChange.Owner(wide(subjects), text));
      }
    });
  }

  private void dismiss(String reason, Hold hold) {
    Reading reading = desk.reading();
    TimeView time = desk.time();
    List<Long> groups = formGroups;
    background.run(
        lane,
        () -> {
          List<Subject.Group> subjects = subjects(reading, groups);
          Map<Subject, SubjectFacts> facts = reading.facts(subjects);
          return subjects.stream()
              .map(each ->
                  new TriageChange.Dismissing(
                      each, condition(hold, time, facts.getOrDefault(each, SubjectFacts.NONE))))
              .toList();
        },
        each -> {
          if (!each.isEmpty()) {
            made(new TriageChange.Dismiss(each, reason));
          }
        });
  }

  static DismissalCondition condition(Hold hold, TimeView time, SubjectFacts facts) {
    return switch (hold) {
      case TOMORROW ->
          new DismissalCondition.Until(
              time.now()
                  .atZone(time.zone())
                  .toLocalDate()
                  .plusDays(1)
                  .atTime(MORNING)
                  .atZone(time.zone())
                  .toInstant());
      case WEEK -> new DismissalCondition.Until(time.now().plus(WEEK));
      case TEN_MORE -> new DismissalCondition.UntilMore(MORE, facts.crashes());
      case CODE_CHANGES -> new DismissalCondition.UntilCodeHash(facts.codeHash());
      case FOR_EVER -> new DismissalCondition.ForEver();
    };
  }

  /// Brings back those of them that are dismissed.
  void endDismissals(List<Long> groups) {
    List<Long> held = groups.stream().filter(decided.held()::contains).toList();
    decide(held, subjects -> new TriageChange.EndDismissal(wide(subjects)));
  }

  /// Takes those of them out of their merge that are in one.
  void split(List<Long> groups) {
    Set<Subject.Group> merged = decided.state().merges().keySet();
    Reading reading = desk.reading();
    background.run(
        lane,
        () -> subjects(reading, groups).stream().filter(merged::contains).toList(),
        subjects -> {
          if (!subjects.isEmpty()) {
            made(new TriageChange.Split(subjects));
          }
        });
  }

  static List<Subject> wide(List<Subject.Group> groups) {
    return List.copyOf(groups);
  }

  /// Makes a change of these groups, of whom only the numbers are known here.
  void decide(List<Long> groups, Function<List<Subject.Group>, TriageChange> change) {
    Reading reading = desk.reading();
    background.run(
        lane,
        () -> subjects(reading, groups),
        subjects -> {
          if (!subjects.isEmpty()) {
            made(change.apply(subjects));
          }
        });
  }

  private void made(TriageChange change) {
    marked.clear();
    marks++;
    desk.decide(change);
  }
}
