package io.suturescope.app.imports;

import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceReport;
import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.importers.codesuture.ToldIncidents;
import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.PatchSighting;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import io.suturescope.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings what an agent told into the workspace, as one source for each agent. All of it is text of
/// somebody else: it is kept or refused, never obeyed.
///
/// Knows no network. Serves for one run; stopped by {@link #cancel} from any thread.
public final class AgentImport {

  private static final String INCIDENTS = "agent/incidents.jsonl";
  private static final String PATCHES = "agent/patches.json";
  private static final String VERDICTS = "agent/verdicts.json";
  private static final String UNTIL = "agent-until:";

  /// Records may be written out of order, and clocks may be set.
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_PARTS = 64;
  private static final int MOST_PATCHES = 10_000;

  private final IncidentStore store;
  private volatile Optional<ImportSession> running = Optional.empty();
  private volatile boolean cancelled;

  public AgentImport(IncidentStore store) {
    this.store = store;
  }

  /// All that one agent said at one time.
  ///
  /// @param instance the agent's life that answered
  /// @param incidents each one record as JSON
  public record Told(
      AgentName agent,
      String instance,
      Instant readAt,
      List<String> incidents,
      List<PatchReport> patches,
      List<Verdict> verdicts) {}

  /// From when on incidents have to be asked for; empty for all of them.
  public Optional<Instant> since(AgentName agent) {
    try {
      return store.setting(UNTIL + agent).map(Instant::parse).map(until -> until.minus(OVERLAP));
    } catch (DateTimeParseException damaged) {
      return Optional.empty();
    }
  }

  /// Puts it in, in one piece: patches and verdicts in the place of what the agent said before,
  /// incidents behind those that are known.
  ///
  /// @throws io.suturescope.app.store.StoreFailure when the workspace fails
  /// @throws java.util.concurrent.CancellationException when it was stopped
  public SourceReport run(Told told) {
    try (ImportSession session = store.importSession(SourceIdentity.of(told.agent()))) {
      running = Optional.of(session);
      if (cancelled) {
        session.cancel();
      }
      Optional<Instant> newest = incidents(session, told);
      patches(session, told);
      verdicts(session, told);
      SourceReport report = session.finish();
      newest
          .map(at -> at.isAfter(told.readAt()) ? told.readAt() : at)
          .ifPresent(at -> store.putSetting(UNTIL + told.agent(), at.toString()));
      return report;
    } finally {
      running = Optional.empty();
    }
  }

  public void cancel() {
    cancelled = true;
    running.ifPresent(ImportSession::cancel);
  }

  private static Optional<Instant> incidents(ImportSession session, Told told) {
    Optional<FileMark> known = session.known(INCIDENTS);
    ToldIncidents incidents =
        new ToldIncidents(
            session,
            INCIDENTS,
            known.map(FileMark::lines).orElse(0L),
            known.map(FileMark::consumed).orElse(0L));
    session.begin(INCIDENTS, Mode.APPEND);
    incidents.read(told.incidents(), (incident, hash) -> !session.told(incident, hash));
    long bytes = incidents.bytes();
    session.end(
        new FileMark(
            FileKind.INCIDENT_LOG, bytes, micros(told.readAt()), bytes, incidents.lines(), 0),
        incidents.counts());
    return incidents.newest();
  }

  private static void patches(ImportSession session, Told told) {
    session.begin(PATCHES, Mode.REPLACE);
    int line = 0;
    for (PatchReport patch : told.patches()) {
      if (!isUsual(patch) || line >= MOST_PATCHES) {
        session.problem(
            ImportProblem.problem(
                PATCHES,
                0,
                line >= MOST_PATCHES
                    ? "more than " + MOST_PATCHES + " patches: the rest is not kept"
                    : "its names are longer, or its parts more, than those of any function",
                patch.patchId()));
        if (line >= MOST_PATCHES) {
          break;
        }
        continue;
      }
      List<String> hashes = Stream.of(patch.codeSha256()).filter(hash -> !hash.isEmpty()).toList();
      session.agentPatch(
          new PatchSighting(told.agent().text(), told.instance(), told.readAt(), patch, hashes),
          new Place(PATCHES, ++line, 0, 0));
    }
    end(session, told, line);
  }

  private static boolean isUsual(PatchReport patch) {
    Stream<String> texts =
        Stream.of(
                Stream.of(
                    patch.etag(),
                    patch.module(),
                    patch.qualname(),
                    patch.file(),
                    patch.origin(),
                    patch.memory()),
                patch.guards().stream(),
                patch.files().stream(),
                patch.flags().stream(),
                patch.lifecycle().stream().flatMap(row -> Stream.of(row.id(), row.state())))
            .flatMap(each -> each);
    return texts.allMatch(text -> text.length() <= LONGEST_NAME)
        && Stream.of(patch.guards(), patch.files(), patch.flags(), patch.lifecycle())
            .allMatch(list -> list.size() <= MOST_PARTS);
  }

  private static void verdicts(ImportSession session, Told told) {
    session.begin(VERDICTS, Mode.REPLACE);
    int line = 0;
    for (Verdict verdict : told.verdicts()) {
      if (verdict.function().length() <= LONGEST_NAME && line < MOST_PATCHES) {
        session.verdict(verdict, new Place(VERDICTS, ++line, 0, 0));
      }
    }
    end(session, told, line);
  }

  private static void end(ImportSession session, Told told, int records) {
    session.end(
        new FileMark(FileKind.AGENT_REPORT, records, micros(told.readAt()), records, 0, 0),
        LineCounts.NONE);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
