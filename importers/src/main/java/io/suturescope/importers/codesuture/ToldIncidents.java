package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads records that a running agent told, as if they were the next lines of a log.
///
/// An agent that keeps values back leaves out two fields of every record; that is said once.
public final class ToldIncidents {

  private static final String MISSING = "missing: ";
  private static final List<String> KEPT_BACK = List.of("stack_trace", "default_value");

  private final ImportSink sink;
  private final String file;
  private final IncidentLine reader = new IncidentLine();
  private long line;
  private long offset;
  private long accepted;
  private long problems;
  private boolean keptBack;
  private Optional<Instant> newest = Optional.empty();

  /// Which records are new.
  @FunctionalInterface
  public interface Wanted {
    /// @param rawHash as the sink gets it
    boolean test(Incident incident, long rawHash);
  }

  /// @param file that has been begun
  /// @param lines of it before these
  /// @param bytes of it before these
  public ToldIncidents(ImportSink sink, String file, long lines, long bytes) {
    this.sink = sink;
    this.file = file;
    this.line = lines;
    this.offset = bytes;
  }

  /// @param records each one record as JSON, without a line end
  public void read(List<String> records, Wanted wanted) {
    for (String record : records) {
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      switch (reader.read(bytes, 0, bytes.length)) {
        case IncidentLine.Result.Bad(String reason) -> bad(bytes, reason);
        case IncidentLine.Result.Good(Incident incident, List<String> oddities) ->
            good(bytes, incident, oddities, wanted);
      }
    }
    if (keptBack) {
      sink.problem(
          ImportProblem.warning(
              file,
              0,
              "the agent keeps values back: no stand-in value and no stack of its crashes is known",
              ""));
    }
  }

  private void bad(byte[] bytes, String reason) {
    Place place = next(bytes);
    problems++;
    sink.problem(
        ImportProblem.problem(file, place.line(), reason, Utf8.excerpt(bytes, 0, bytes.length)));
  }

  private void good(byte[] bytes, Incident incident, List<String> oddities, Wanted wanted) {
    incident.time().ifPresent(this::see);
    long hash = LineHash.of(bytes, 0, bytes.length);
    if (!wanted.test(incident, hash)) {
      return;
    }
    Place place = next(bytes);
    accepted++;
    sink.incident(incident, place, hash);
    List<String> odd =
        oddities.stream().map(this::unexpected).filter(each -> !each.isEmpty()).toList();
    if (!odd.isEmpty()) {
      sink.problem(
          ImportProblem.warning(
              file, place.line(), String.join("; ", odd), Utf8.excerpt(bytes, 0, bytes.length)));
    }
  }

  /// The same without what the agent keeps back; empty when nothing is left.
  private String unexpected(String oddity) {
    if (!oddity.startsWith(MISSING)) {
      return oddity;
    }
    List<String> fields =
        Pattern.compile(", ").splitAsStream(oddity.substring(MISSING.length())).toList();
    if (!fields.containsAll(KEPT_BACK)) {
      return oddity;
    }
    keptBack = true;
    List<String> left = fields.stream().filter(field -> !KEPT_BACK.contains(field)).toList();
    return left.isEmpty() ? "" : MISSING + String.join(", ", left);
  }

  private void see(Instant time) {
    newest = newest.filter(known -> known.isAfter(time)).or(() -> Optional.of(time));
  }

  private Place next(byte[] bytes) {
    Place place = new Place(file, ++line, offset, bytes.length);
    offset += bytes.length + 1;
    return place;
  }

  /// Of these records.
  public LineCounts counts() {
    return new LineCounts(accepted, 0, problems);
  }

  /// Lines of the file, those before included.
  public long lines() {
    return line;
  }

  /// Bytes of the file, those before included.
  public long bytes() {
    return offset;
  }

  /// The latest time in any of the records.
  public Optional<Instant> newest() {
    return newest;
  }
}
