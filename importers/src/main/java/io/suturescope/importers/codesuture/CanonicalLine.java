package io.suturescope.importers.codesuture;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a line that looks exactly as CodeSuture writes it, byte for byte between the values, about
/// three times as fast as a JSON parser does. At the first byte that is different it gives up, and
/// {@link IncidentLine} reads the line in full. Both say the same of every line that this class
/// accepts, which a test holds.
final class CanonicalLine {

  private static final byte[][] NAMES =
      IncidentField.ALL.stream()
          .map(field ->
              (field == IncidentField.INCIDENT_ID ? "{" : ", ") + '"' + field.word() + "\": ")
          .map(text -> text.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY_TEXT = "\"\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY_LIST = "[]".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_WHOLE = 9;

  private final TextCache cache = new TextCache();
  private final EscapedText escaped = new EscapedText();
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean usual;
  private int nextName;
  private Map<String, String> asRecorded = Map.of();

  /// @return empty when the line is in any way unusual
  Optional<Incident> read(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    usual = true;
    nextName = 0;
    asRecorded = Map.of();
    Incident incident = incident();
    skip('}');
    return usual && at == end ? Optional.of(incident) : Optional.empty();
  }

  private Incident incident() {
    String id = needed(plain());
    Optional<Instant> time = time();
    String fingerprint = repeated();
    String exceptionType = repeated();
    String exceptionMessage = plain();
    String module = needed(repeated());
    String function = needed(repeated());
    int lineNumber = whole();
    String filePath = repeated();
    List<String> stack = stack();
    Severity severity = Severity.ofRecorded(repeated());
    IncidentStatus status = Statuses.of(repeated());
    String guard = needed(repeated());
    String target = repeated();
    String defaultValue = defaultValue();
    rationale();
    bytecodeDiff();
    Optional<String> fix = fix();
    String confidence = confidence();
    String priority = repeated();
    String python = needed(repeated());
    String codesuture = repeated();
    int ttl = whole();
    int hits = whole();
    String thread = repeated();
    boolean shadow = flag();
    related();
    usual &=
        severity != Severity.UNKNOWN && status != IncidentStatus.UNKNOWN && Guards.isKnown(guard);
    return new Incident(
        id,
        time,
        fingerprint,
        exceptionType,
        exceptionMessage,
        module,
        function,
        lineNumber,
        filePath,
        stack,
        severity,
        status,
        guard,
        target,
        defaultValue,
        fix,
        confidence,
        priority,
        python,
        codesuture,
        ttl,
        hits,
        thread,
        shadow,
        asRecorded);
  }

  // The three fields that CodeSuture 1.1.0 never fills; other versions may.

  private void rationale() {
    name();
    int from = at;
    if (!takes(EMPTY_TEXT)) {
      text(false);
      keep(IncidentField.DEFAULT_RATIONALE, from);
    }
  }

  /// A flat object of whole numbers, or an empty one.
  private void bytecodeDiff() {
    name();
    int from = at;
    if (takes(EMPTY_OBJECT)) {
      return;
    }
    skip('{');
    simpleName();
    while (usual && at < end && bytes[at] == ',') {
      at++;
      skip(' ');
      simpleName();
    }
    skip('}');
    keep(IncidentField.BYTECODE_DIFF, from);
  }

  private void simpleName() {
    text(false);
    skip(':');
    skip(' ');
    digits();
  }

  private void related() {
    name();
    int from = at;
    if (takes(EMPTY_LIST)) {
      return;
    }
    texts();
    keep(IncidentField.RELATED_INCIDENTS, from);
  }

  private void keep(IncidentField field, int from) {
    if (usual) {
      if (asRecorded.isEmpty()) {
        asRecorded = new LinkedHashMap<>();
      }
      asRecorded.put(field.word(), cache.text(bytes, from, at - from));
    }
  }

  private void name() {
    byte[] name = NAMES[nextName++];
    usual = usual && startsWith(name);
    at += name.length;
  }

  private boolean startsWith(byte[] text) {
    return at + text.length <= end
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }

  private void skip(char expected) {
    usual = usual && at < end && bytes[at] == expected;
    at++;
  }

  private boolean takes(byte[] text) {
    boolean there = usual && startsWith(text);
    if (there) {
      at += text.length;
    }
    return there;
  }

  private String needed(String text) {
    usual &= !text.isEmpty();
    return text;
  }

  private String plain() {
    name();
    return text(false);
  }

  private String repeated() {
    name();
    return text(true);
  }

  private String text(boolean repeated) {
    skip('"');
    if (!usual) {
      return "";
    }
    int from = at;
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b == '"') {
        int to = at++;
        return repeated
            ? cache.text(bytes, from, to - from)
            : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      }
      // Control characters are below a space, and so is everything that is not ASCII.
      if (b == '\\' || b < ' ') {
        break;
      }
    }
    int after = escaped.read(bytes, from, at, end);
    usual = after > 0;
    at = after;
    return usual ? escaped.text() : "";
  }

  private int whole() {
    name();
    return digits();
  }

  private int digits() {
    int from = at;
    int value = 0;
    for (; usual && at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    int digits = at - from;
    usual = usual && digits > 0 && digits <= LONGEST_WHOLE && (digits == 1 || bytes[from] != '0');
    return value;
  }

  private boolean flag() {
    name();
    if (takes(TRUE)) {
      return true;
    }
    usual = takes(FALSE);
    return false;
  }

  private Optional<Instant> time() {
    name();
    skip('"');
    int from = at;
    while (usual && at < end && bytes[at] != '"') {
      at++;
    }
    Optional<Instant> time = usual ? RecordedTime.fast(bytes, from, at - from) : Optional.empty();
    skip('"');
    usual = usual && time.isPresent() && RecordedTime.isPlausible(time.get());
    return time;
  }

  private List<String> stack() {
    name();
    if (takes(EMPTY_LIST)) {
      return List.of();
    }
    return texts();
  }

  private List<String> texts() {
    skip('[');
    List<String> entries = new ArrayList<>();
    entries.add(text(false));
    while (usual && at < end && bytes[at] == ',') {
      at++;
      skip(' ');
      entries.add(text(false));
    }
    skip(']');
    return entries;
  }

  private Optional<String> fix() {
    name();
    return takes(NULL) ? Optional.empty() : Optional.of(needed(text(true)));
  }

  private String confidence() {
    name();
    if (takes(NULL)) {
      return "";
    }
    String word = text(true);
    usual &= word.equals("LIKELY") || word.equals("EXPERIMENTAL") || word.equals("VERIFIED");
    return word;
  }

  /// JSON text of a scalar or of an empty list or object.
  private String defaultValue() {
    name();
    int from = at;
    if (!usual || at >= end) {
      usual = false;
      return "";
    }
    if (bytes[at] == '"') {
      text(false);
    } else if (!takes(NULL)
        && !takes(EMPTY_LIST)
        && !takes(EMPTY_OBJECT)
        && !takes(TRUE)
        && !takes(FALSE)) {
      number();
    }
    return usual ? cache.text(bytes, from, at - from) : "";
  }

  /// Digits with at most one point inside; other forms of numbers are rare.
  private void number() {
    int from = at;
    boolean point = false;
    for (; at < end; at++) {
      boolean isPoint = bytes[at] == '.' && !point && at > from;
      if (!isPoint && (bytes[at] < '0' || bytes[at] > '9')) {
        break;
      }
      point |= isPoint;
    }
    boolean leadingZero = at - from > 1 && bytes[from] == '0' && bytes[from + 1] != '.';
    usual = at > from && bytes[at - 1] != '.' && !leadingZero;
  }
}
