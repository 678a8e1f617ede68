package io.suturescope.app.screens;

import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.app.store.Triage;
import io.suturescope.app.store.Triage.Inventoried;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.TriageState;
import io.suturescope.views.alerts.AlertLine;
import io.suturescope.views.alerts.DismissalLine;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alerts and dismissals as one reading found them.
///
/// @param all newest first, dismissed ones among them
/// @param inventory newest first, as are the lines made from it
/// @param groups what the crashes of each alert are grouped as
record AlertList(
    boolean imported,
    boolean more,
    List<AlertLine> all,
    List<Inventoried> inventory,
    List<DismissalLine> dismissals,
    Map<String, Subject.Group> groups) {

  static final AlertList NONE =
      new AlertList(false, false, List.of(), List.of(), List.of(), Map.of());

  /// The crash of each one is loaded: more would keep the screen waiting.
  private static final int MOST = 2_000;

  static AlertList read(Reading reading, Triage triage, TimeView time) {
    TriageState state = triage.state();
    List<Inventoried> inventory = triage.inventory();
    Map<Subject, Inventoried> bySubject = new HashMap<>();
    inventory.forEach(each -> bySubject.put(each.subject(), each));
    List<Stored<Alert>> stored = reading.alerts(MOST + 1);
    List<AlertLine> lines = new ArrayList<>();
    Map<String, Subject.Group> groups = new HashMap<>();
    List<Stored<Alert>> shown = stored.subList(0, Math.min(MOST, stored.size()));
    Map<String, List<StoredIncident>> crashes =
        reading.incidents(
            shown.stream()
                .map(alert -> alert.fact().incidentId())
                .filter(id -> !id.isEmpty())
                .toList());
    for (Stored<Alert> alert : shown) {
      Optional<Incident> incident = incident(crashes, alert);
      incident.ifPresent(i -> groups.put(alert.fact().incidentId(), group(i)));
      Subject.Alert subject = new Subject.Alert(alert.fact().incidentId());
      lines.add(
          line(
              alert,
              incident,
              !state.reviewed().contains(subject),
              Optional.ofNullable(bySubject.get(subject)),
              time.zone()));
    }
    return new AlertList(
        !reading.sources().isEmpty(),
        stored.size() > MOST,
        List.copyOf(lines),
        inventory,
        inventory.stream().map(each -> line(each, groups, time.zone())).toList(),
        Map.copyOf(groups));
  }

  /// The crash of an alert; of several with one id that of the alert's own source.
  private static Optional<Incident> incident(
      Map<String, List<StoredIncident>> crashes, Stored<Alert> alert) {
    List<StoredIncident> found = crashes.getOrDefault(alert.fact().incidentId(), List.of());
    return found.stream()
        .filter(each -> each.source().id() == alert.source().id())
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(StoredIncident::incident);
  }

  private static Subject.Group group(Incident i) {
    return new Subject.Group(
        i.fingerprint(), i.module(), i.function(), i.guardType(), i.exceptionType());
  }

  private static AlertLine line(
      Stored<Alert> stored,
      Optional<Incident> incident,
      boolean unread,
      Optional<Inventoried> dismissal,
      ZoneId zone) {
    Alert alert = stored.fact();
    return new AlertLine(
        alert.incidentId(),
        alert.severity(),
        incident.map(Incident::severity).filter(logged -> logged != alert.severity()),
        incident
            .map(i -> Words.shortName(i.function()))
            .orElseGet(() -> Redaction.masked(alert.title())),
        incident.map(AlertList::raised).orElse(""),
        alert.time(),
        Words.fileName(stored.place().file()) + (stored.gone() ? " (gone from source)" : ""),
        unread,
        dismissal.map(each -> said(each, zone)).orElse(""),
        dismissal.filter(each -> each.standing() == Triage.Standing.ACTIVE).isPresent());
  }

  private static String raised(Incident incident) {
    return incident.exceptionMessage().isEmpty()
        ? incident.exceptionType()
        : incident.exceptionType() + ": " + Redaction.masked(incident.exceptionMessage());
  }

  private static String said(Inventoried each, ZoneId zone) {
    return each.standing() == Triage.Standing.ACTIVE
        ? DismissalWords.until(each.dismissal(), zone) + ": " + each.dismissal().reason()
        : each.dismissal().was(zone) + (each.over().isEmpty() ? "" : "; " + each.over());
  }

  private static DismissalLine line(
      Inventoried each, Map<String, Subject.Group> groups, ZoneId zone) {
    boolean active = each.standing() == Triage.Standing.ACTIVE;
    return new DismissalLine(
        what(each.subject(), groups),
        more(each.subject(), groups),
        switch (each.standing()) {
          case ACTIVE -> new Chip("Active", Tone.ACCENT);
          case ENDED -> new Chip("Ended", Tone.NEUTRAL);
          case DEAD -> new Chip("Dead", Tone.HIGH);
        },
        switch (each.standing()) {
          case ACTIVE -> DismissalWords.until(each.dismissal(), zone);
          case ENDED -> each.over();
          case DEAD -> "hides nothing: no crash of it is here any more";
        },
        DismissalWords.origin(each.dismissal(), zone),
        each.crashes(),
        active);
  }

  private static String what(Subject subject, Map<String, Subject.Group> groups) {
    return switch (subject) {
      case Subject.Group group -> Words.shortName(group.function());
      case Subject.Alert(String id) ->
          Optional.ofNullable(groups.get(id)).map(g -> "Alert: " + g.function()).orElse("Alert");
    };
  }

  private static String more(Subject subject, Map<String, Subject.Group> groups) {
    return switch (subject) {
      case Subject.Group group -> group.exception() + " · " + group.module();
      case Subject.Alert(String id) ->
          Optional.ofNullable(groups.get(id)).map(g -> g.exception() + " · " + id).orElse(id);
    };
  }

  /// @param dismissedToo those that a dismissal hides as well
  List<AlertLine> lines(boolean dismissedToo) {
    return all.stream().filter(line -> dismissedToo || !line.hidden()).toList();
  }

  int hidden() {
    return (int) all.stream().filter(AlertLine::hidden).count();
  }

  String note() {
    long unread = all.stream().filter(line -> line.unread() && !line.hidden()).count();
    return (more ? "the newest " : "")
        + Words.count(all.size(), "alert", "alerts")
        + ", "
        + Words.count(unread, "unread", "unread")
        + (hidden() == 0 ? "" : ", " + Words.count(hidden(), "dismissed", "dismissed"));
  }

  /// The crashes that a subject is about.
  Optional<Subject.Group> group(Subject subject) {
    return switch (subject) {
      case Subject.Group group -> Optional.of(group);
      case Subject.Alert(String id) -> Optional.ofNullable(groups.get(id));
    };
  }
}
