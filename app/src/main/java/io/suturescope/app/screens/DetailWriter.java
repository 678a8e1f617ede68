package io.suturescope.app.screens;

import io.suturescope.app.export.IncidentText;
import io.suturescope.app.store.GroupMates;
import io.suturescope.app.store.GroupRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.Stored;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.incidents.IncidentDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes the detail pane of one incident, group or unpatched crash. Off the UI thread.
final class DetailWriter {

  private static final int LINES_AROUND = 12;
  private static final int LINES_IN_STORY = 2;

  private final Reading reading;
  private final Evidence evidence;

  DetailWriter(Reading reading, Evidence evidence) {
    this.reading = reading;
    this.evidence = evidence;
  }

  /// @param whole true for a group, of which this is the latest crash
  Optional<Written> ofIncident(long rowId, boolean whole) {
    return reading
        .incident(rowId)
        .map(stored ->
            new Written(
                write(stored, whole), OptionalLong.of(stored.group()), Optional.of(stored)));
  }

  /// A detail, the group whose patch belongs to it, and its incident.
  record Written(IncidentDetail detail, OptionalLong group, Optional<StoredIncident> incident) {}

  private IncidentDetail write(StoredIncident stored, boolean whole) {
    Incident incident = stored.incident();
    List<RecordedStack.Marked> stack = RecordedStack.read(incident.stackTrace());
    Optional<GroupRow> group =
        reading.groups(new long[] {stored.group()}, IncidentQuery.ALL, Optional.empty(), 0).stream()
            .findFirst();
    Optional<IncidentDetail.SourceBlock> source = source(stored, stack);
    String json = Redaction.masked(IncidentText.json(stored));
    String raw = evidence.record(stored).map(Redaction::masked).orElse(json);
    return new IncidentDetail(
        incident.severity(),
        group.flatMap(GroupRow::effectiveState).map(Words::chip),
        counts(stored, group, whole),
        Words.shortName(incident.function()),
        place(incident),
        incident.guardType(),
        incident.targetVariable(),
        story(stored, group, source, whole),
        stack.stream().map(DetailWriter::shown).toList(),
        source,
        new IncidentDetail.Raw(stored.place().file(), stored.place().line(), raw),
        new IncidentDetail.Copies(asText(stored), json, incident.id()));
  }

  private static IncidentDetail.Frame shown(RecordedStack.Marked marked) {
    IncidentDetail.Frame f = marked.frame();
    return new IncidentDetail.Frame(
        f.file(), f.line(), f.function(), Redaction.masked(f.code()), f.crashed());
  }

  private static String counts(StoredIncident stored, Optional<GroupRow> group, boolean whole) {
    List<String> parts = new ArrayList<>();
    long copies = stored.verificationCopies();
    if (whole && group.isPresent()) {
      parts.add(Words.count(group.get().crashes(), "crash", "crashes"));
      copies = group.get().copies();
    }
    if (copies > 0) {
      parts.add(Words.count(copies, "copy folded", "copies folded"));
    }
    if (stored.occurrences() > 1) {
      parts.add("written " + stored.occurrences() + " times");
    }
    if (stored.gone()) {
      parts.add("gone from source");
    }
    return String.join(" · ", parts);
  }

  private static String place(Incident incident) {
    String file = Words.fileName(incident.filePath());
    String line = incident.lineNumber() > 0 ? ":" + incident.lineNumber() : "";
    return incident.module().isEmpty() ? file + line : incident.module() + " · " + file + line;
  }

  private IncidentDetail.Story story(
      StoredIncident stored,
      Optional<GroupRow> group,
      Optional<IncidentDetail.SourceBlock> source,
      boolean whole) {
    Incident incident = stored.incident();
    Optional<Instant> first = whole ? group.flatMap(GroupRow::first) : incident.time();
    Optional<Instant> last = whole ? group.flatMap(GroupRow::last) : Optional.empty();
    return new IncidentDetail.Story(
        StorySentence.of(incident, stored.foldedInto().isPresent()),
        source.map(DetailWriter::shortened),
        raised(incident),
        first,
        last.filter(l -> !first.equals(Optional.of(l))),
        incident.severity(),
        escalated(incident),
        Optional.of(SeverityRules.CODESUTURE.trace(incident)),
        grouping(incident),
        folded(stored),
        more(stored));
  }

  private Optional<IncidentDetail.EscalatedAlert> escalated(Incident incident) {
    List<Stored<Alert>> alerts =
        incident.id().isEmpty() ? List.of() : reading.alertsOf(incident.id());
    return alerts.stream()
        .filter(alert -> alert.fact().severity() != incident.severity())
        .map(alert ->
            new IncidentDetail.EscalatedAlert(alert.fact().severity(), alert.place().file()))
        .findFirst();
  }

  private static String raised(Incident incident) {
    return incident.exceptionMessage().isEmpty()
        ? incident.exceptionType()
        : incident.exceptionType() + ": " + Redaction.masked(incident.exceptionMessage());
  }

  private static List<String> folded(StoredIncident stored) {
    long copies = stored.verificationCopies();
    return copies == 0
        ? List.of()
        : List.of(
            Words.count(copies, "verification copy", "verification copies")
                + " in the log: a shadow run raised again. They are not crashes.");
  }

  private IncidentDetail.Grouping grouping(Incident incident) {
    if (incident.fingerprint().isEmpty()) {
      return new IncidentDetail.Grouping(
          "",
          List.of(new Fact("Grouped by", "function, guard and exception: no fingerprint", false)),
          List.of());
    }
    GroupMates mates = reading.groupMates(incident.fingerprint());
    List<Fact> window = new ArrayList<>();
    window.add(
        new Fact(
            "Made from",
            "five instructions around the crash, and " + incident.exceptionType(),
            false));
    mates.entries().stream().findFirst().ifPresent(entry -> window.addAll(facts(entry)));
    List<String> others =
        mates.groups().stream()
            .filter(g -> !sameFunction(g, incident))
            .map(g ->
                g.function()
                    + " in "
                    + g.module()
                    + ", "
                    + Words.count(g.crashes(), "crash", "crashes"))
            .toList();
    return new IncidentDetail.Grouping(incident.fingerprint(), window, others);
  }

  private static boolean sameFunction(GroupRow group, Incident incident) {
    return group.function().equals(incident.function())
        && group.module().equals(incident.module())
        && group.guardType().equals(incident.guardType());
  }

  private static List<Fact> facts(FingerprintEntry entry) {
    List<Fact> facts = new ArrayList<>();
    if (!entry.target().isEmpty()) {
      facts.add(new Fact("Target", entry.target(), true));
    }
    if (!entry.keyName().equals("null") && !entry.keyName().isEmpty()) {
      facts.add(new Fact("Key", Redaction.masked(PythonText.of(entry.keyName())), true));
    }
    return facts;
  }

  private static List<Fact> more(StoredIncident stored) {
    Incident incident = stored.incident();
    List<Fact> facts = new ArrayList<>();
    add(facts, "Source", stored.source().identity().displayName(), false);
    add(facts, "Python", incident.pythonVersion(), true);
    add(facts, "CodeSuture", incident.codesutureVersion(), true);
    add(facts, "Thread", incident.threadName(), true);
    add(facts, "Incident", incident.id(), true);
    incident.asRecorded().forEach((name, json) -> add(facts, name, json, true));
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value, boolean code) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, Redaction.masked(name, value), code));
    }
  }

  private Optional<IncidentDetail.SourceBlock> source(
      StoredIncident stored, List<RecordedStack.Marked> stack) {
    Incident incident = stored.incident();
    Optional<RecordedStack.Marked> crashed =
        stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    Optional<Evidence.Excerpt> excerpt =
        evidence.around(
            stored.source().identity(),
            incident.filePath(),
            incident.lineNumber(),
            LINES_AROUND,
            LINES_AROUND);
    if (excerpt.isPresent()) {
      return Optional.of(SourceBlocks.of(excerpt.get(), incident.lineNumber(), crashed));
    }
    return crashed
        .filter(marked -> !marked.frame().code().isEmpty())
        .map(marked -> SourceBlocks.recorded(marked));
  }

  private static IncidentDetail.SourceBlock shortened(IncidentDetail.SourceBlock block) {
    int marked = 0;
    for (int i = 0; i < block.lines().size(); i++) {
      if (block.lines().get(i).marked()) {
        marked = i;
      }
    }
    int from = Math.max(0, marked - LINES_IN_STORY);
    int to = Math.min(block.lines().size(), marked + 1);
    return new IncidentDetail.SourceBlock(
        block.file(), block.lines().subList(from, to), block.note());
  }

  private static String asText(StoredIncident stored) {
    Incident incident = stored.incident();
    return incident.time().map(Instant::toString).orElse("(no time)")
        + " "
        + incident.severity()
        + " "
        + incident.module()
        + "."
        + incident.function()
        + " "
        + raised(incident)
        + " ("
        + incident.filePath()
        + ":"
        + incident.lineNumber()
        + ", "
        + incident.guardType()
        + ")";
  }

  /// A crash that an event log tells of and no patch followed.
  Written ofEvent(UnpatchedCrash crash) {
    return new Written(event(crash), OptionalLong.empty(), Optional.empty());
  }

  private IncidentDetail event(UnpatchedCrash crash) {
    Stored<PatchEvent> stored = crash.latest();
    PatchEvent event = stored.fact();
    SourceIdentity identity = stored.source().identity();
    Optional<IncidentDetail.SourceBlock> source =
        evidence
            .around(identity, event.fileName(), event.lineNumber(), LINES_AROUND, LINES_AROUND)
            .map(excerpt -> SourceBlocks.of(excerpt, event.lineNumber(), Optional.empty()));
    int times = crash.times();
    String place =
        Words.fileName(event.fileName()) + (event.lineNumber() > 0 ? ":" + event.lineNumber() : "");
    List<Fact> more = new ArrayList<>();
    add(more, "Action", event.action(), true);
    add(more, "Strategy", event.strategy(), true);
    add(more, "Variable", event.variable(), true);
    add(more, "Default", event.defaultRepr(), true);
    add(more, "Error", event.error(), true);
    add(more, "Source", stored.source().identity().displayName(), false);
    String raw = evidence.record(identity, stored.place()).map(Redaction::masked).orElse("");
    String text = event.function() + " " + event.exceptionType() + " " + event.action();
    IncidentDetail.Story story =
        new IncidentDetail.Story(
            StorySentence.of(event),
            source.map(DetailWriter::shortened),
            event.exceptionType(),
            event.time(),
            Optional.empty(),
            Severity.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            new IncidentDetail.Grouping("", List.of(), List.of()),
            List.of(),
            more);
    return new IncidentDetail(
        Severity.UNKNOWN,
        Optional.of(new Chip("Not patched", Tone.HIGH)),
        times > 1 ? times + " times" : "",
        Words.shortName(event.function()),
        place,
        event.strategy(),
        event.variable(),
        story,
        List.of(),
        source,
        new IncidentDetail.Raw(stored.place().file(), stored.place().line(), raw),
        new IncidentDetail.Copies(text, raw, ""));
  }
}
