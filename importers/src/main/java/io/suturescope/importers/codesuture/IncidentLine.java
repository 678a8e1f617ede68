package io.suturescope.importers.codesuture;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one line of an incident log. One object is used for all lines of a file: it keeps the
/// texts that come again.
final class IncidentLine {

  /// What a line turned out to be.
  sealed interface Result {
    /// @param oddities what is odd about it, each a short phrase; mostly empty
    record Good(Incident incident, List<String> oddities) implements Result {}

    record Bad(String reason) implements Result {}
  }

  private final CanonicalLine canonical = new CanonicalLine();
  private final Map<String, String> asRecorded = new LinkedHashMap<>();
  private final List<String> oddities = new ArrayList<>();
  private final List<String> stack = new ArrayList<>();

  private byte[] bytes = new byte[0];
  private int start;
  private String id = "";
  private Optional<Instant> time = Optional.empty();
  private String fingerprint = "";
  private String exceptionType = "";
  private String exceptionMessage = "";
  private String module = "";
  private String function = "";
  private int lineNumber;
  private String filePath = "";
  private Severity severity = Severity.UNKNOWN;
  private IncidentStatus status = IncidentStatus.UNKNOWN;
  private String guardType = "";
  private String targetVariable = "";
  private String defaultValue = "null";
  private Optional<String> suggestedFix = Optional.empty();
  private String fixConfidence = "";
  private String reviewPriority = "";
  private String pythonVersion = "";
  private String codesutureVersion = "";
  private int ttlDays;
  private int hitCount;
  private String threadName = "";
  private boolean shadowVerified;

  /// @param from first byte of the line
  /// @param to after its last byte, without the line end
  Result read(byte[] line, int from, int to) {
    Optional<Incident> usual = canonical.read(line, from, to);
    return usual.isPresent() ? new Result.Good(usual.get(), List.of()) : readAny(line, from, to);
  }

  /// Reads any line, usual or not.
  Result readAny(byte[] line, int from, int to) {
    reset();
    int begin = Utf8.afterBom(line, from, to);
    if (begin > from) {
      oddities.add("begins with a byte order mark (CodeSuture loses this record)");
    }
    Optional<String> unreadable = refusal(line, begin, to);
    if (unreadable.isPresent()) {
      return new Result.Bad(unreadable.get());
    }
    bytes = line;
    start = begin;
    try (JsonParser parser = JsonFormat.parser(line, begin, to - begin)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Result.Bad("not JSON: there is nothing but white space");
      }
      if (first != JsonToken.START_OBJECT) {
        return new Result.Bad("not an incident: " + kind(first));
      }
      members(parser);
      if (parser.nextToken() != null) {
        return new Result.Bad("not JSON: more text after the end of the record");
      }
      return new Result.Good(incident(), List.copyOf(oddities));
    } catch (JacksonException failure) {
      return new Result.Bad(JsonFormat.reason(failure));
    }
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NULL -> "null";
      default -> "a single value";
    };
  }

  private static Optional<String> refusal(byte[] line, int from, int to) {
    if (Utf8.looksLikeUtf16(line, from, to)) {
      return Optional.of("not UTF-8: it looks like UTF-16");
    }
    // Jackson takes NUL bytes at the beginning as a sign of UTF-16 or UTF-32.
    if (Utf8.firstNul(line, from, Math.min(to, from + 4)) >= 0) {
      return Optional.of("not JSON: it holds NUL bytes");
    }
    if (!NewLines.isAscii(line, from, to)) {
      int bad = Utf8.firstBad(line, from, to);
      if (bad >= 0) {
        return Optional.of("not UTF-8: bad byte at position " + (bad - from + 1) + " of the line");
      }
    }
    return Optional.empty();
  }

  private void reset() {
    asRecorded.clear();
    oddities.clear();
    stack.clear();
    id = "";
    time = Optional.empty();
    fingerprint = "";
    exceptionType = "";
    exceptionMessage = "";
    module = "";
    function = "";
    lineNumber = 0;
    filePath = "";
    severity = Severity.UNKNOWN;
    status = IncidentStatus.UNKNOWN;
    guardType = "";
    targetVariable = "";
    defaultValue = "null";
    suggestedFix = Optional.empty();
    fixConfidence = "";
    reviewPriority = "";
    pythonVersion = "";
    codesutureVersion = "";
    ttlDays = 0;
    hitCount = 0;
    threadName = "";
    shadowVerified = false;
  }

  private void members(JsonParser parser) {
    long seen = 0;
    int expected = 0;
    List<IncidentField> order = IncidentField.ALL;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      IncidentField field =
          expected < order.size() && order.get(expected).word().equals(name)
              ? order.get(expected)
              : IncidentField.of(name);
      JsonToken token = parser.nextToken();
      if (field == null) {
        if (asRecorded.put(name, rawText(parser)) == null) {
          odd(name, "is not a field CodeSuture 1.1.0 writes");
        } else {
          odd(name, "stands twice; the last one counts");
        }
        continue;
      }
      expected = order.indexOf(field) + 1;
      long bit = 1L << (expected - 1);
      if ((seen & bit) != 0) {
        asRecorded.remove(name);
        odd(name, "stands twice; the last one counts");
      }
      seen |= bit;
      field(field, token, parser);
    }
    if (seen != IncidentField.ALL_BITS) {
      missing(seen);
    }
  }

  private void missing(long seen) {
    List<String> names = new ArrayList<>();
    for (IncidentField field : IncidentField.ALL) {
      if ((seen & 1L << IncidentField.ALL.indexOf(field)) == 0) {
        names.add(field.word());
      }
    }
    oddities.add("missing: " + String.join(", ", names));
  }

  private void field(IncidentField field, JsonToken token, JsonParser parser) {
    switch (field) {
      case INCIDENT_ID -> id = needed(field, token, parser);
      case TIMESTAMP -> time(token, parser);
      case FINGERPRINT -> fingerprint = text(field, token, parser);
      case EXCEPTION_TYPE -> exceptionType = text(field, token, parser);
      case EXCEPTION_MESSAGE -> exceptionMessage = text(field, token, parser);
      case MODULE -> module = needed(field, token, parser);
      case FUNCTION -> function = needed(field, token, parser);
      case LINE_NUMBER -> lineNumber = whole(field, token, parser);
      case FILE_PATH -> filePath = text(field, token, parser);
      case STACK_TRACE -> stack(token, parser);
      case SEVERITY -> severity(token, parser);
      case STATUS -> status(token, parser);
      case GUARD_TYPE -> {
        guardType = needed(field, token, parser);
        if (!guardType.isEmpty() && !Guards.isKnown(guardType)) {
          odd(field.word(), "is not a guard CodeSuture 1.1.0 knows");
        }
      }
      case TARGET_VARIABLE -> targetVariable = text(field, token, parser);
      case DEFAULT_VALUE -> defaultValue = rawText(parser);
      case DEFAULT_RATIONALE -> neverFilled(field, token == JsonToken.VALUE_STRING, "\"\"", parser);
      case BYTECODE_DIFF -> neverFilled(field, token == JsonToken.START_OBJECT, "{}", parser);
      case RELATED_INCIDENTS -> neverFilled(field, token == JsonToken.START_ARRAY, "[]", parser);
      case SUGGESTED_FIX ->
          suggestedFix =
              token == JsonToken.VALUE_NULL
                  ? Optional.empty()
                  : Optional.of(text(field, token, parser)).filter(fix -> !fix.isEmpty());
      case FIX_CONFIDENCE -> confidence(token, parser);
      case REVIEW_PRIORITY -> reviewPriority = text(field, token, parser);
      case PYTHON_VERSION -> pythonVersion = needed(field, token, parser);
      case CODESUTURE_VERSION -> codesutureVersion = text(field, token, parser);
      case TTL_DAYS -> ttlDays = whole(field, token, parser);
      case HIT_COUNT -> hitCount = whole(field, token, parser);
      case THREAD_NAME -> threadName = text(field, token, parser);
      case SHADOW_VERIFIED -> {
        shadowVerified = token == JsonToken.VALUE_TRUE;
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
          unusable(field, parser, "is not true or false");
        }
      }
    }
  }

  private String needed(IncidentField field, JsonToken token, JsonParser parser) {
    String text = text(field, token, parser);
    if (text.isEmpty() && token == JsonToken.VALUE_STRING) {
      odd(field.word(), "is empty");
    }
    return text;
  }

  private String text(IncidentField field, JsonToken token, JsonParser parser) {
    if (token == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    unusable(field, parser, "is not a text");
    return "";
  }

  private int whole(IncidentField field, JsonToken token, JsonParser parser) {
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT
        && parser.getIntValue() >= 0) {
      return parser.getIntValue();
    }
    unusable(field, parser, "is not a usable whole number");
    return 0;
  }

  private void time(JsonToken token, JsonParser parser) {
    if (token != JsonToken.VALUE_STRING) {
      unusable(IncidentField.TIMESTAMP, parser, "is not a time");
      return;
    }
    String text = parser.getString();
    time = RecordedTime.parse(text);
    if (time.isPresent() && !RecordedTime.isAsWritten(text)) {
      // CodeSuture's reports cut and compare the text itself.
      asRecorded.put(IncidentField.TIMESTAMP.word(), rawText(parser));
    }
    if (time.isEmpty()) {
      unusable(IncidentField.TIMESTAMP, parser, "is not a time");
    } else if (!RecordedTime.isPlausible(time.get())) {
      odd(IncidentField.TIMESTAMP.word(), "is far from any likely time");
    }
  }

  private void stack(JsonToken token, JsonParser parser) {
    if (token != JsonToken.START_ARRAY) {
      unusable(IncidentField.STACK_TRACE, parser, "is not a list");
      return;
    }
    int from = offset(parser);
    boolean texts = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        stack.add(parser.getString());
      } else {
        texts = false;
        parser.skipChildren();
      }
    }
    if (!texts) {
      asRecorded.put(IncidentField.STACK_TRACE.word(), slice(from, end(parser)));
      odd(IncidentField.STACK_TRACE.word(), "holds other things than texts");
    }
  }

  private void severity(JsonToken token, JsonParser parser) {
    severity =
        token == JsonToken.VALUE_STRING
            ? Severity.ofRecorded(parser.getString())
            : Severity.UNKNOWN;
    if (severity == Severity.UNKNOWN) {
      unusable(
          IncidentField.SEVERITY, parser, "is not one CodeSuture knows (it drops this record)");
    }
  }

  private void status(JsonToken token, JsonParser parser) {
    status =
        token == JsonToken.VALUE_STRING ? Statuses.of(parser.getString()) : IncidentStatus.UNKNOWN;
    if (status == IncidentStatus.UNKNOWN) {
      unusable(IncidentField.STATUS, parser, "is not one CodeSuture knows (it drops this record)");
    }
  }

  private void confidence(JsonToken token, JsonParser parser) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    String text = token == JsonToken.VALUE_STRING ? parser.getString() : "";
    switch (text) {
      case "LIKELY", "EXPERIMENTAL", "VERIFIED", "" -> fixConfidence = text;
      default -> {}
    }
    if (fixConfidence.isEmpty()) {
      unusable(IncidentField.FIX_CONFIDENCE, parser, "is not one CodeSuture knows");
    }
  }

  private void neverFilled(IncidentField field, boolean right, String empty, JsonParser parser) {
    String raw = rawText(parser);
    if (!raw.equals(empty)) {
      asRecorded.put(field.word(), raw);
      if (!right) {
        odd(field.word(), "has a value of a kind CodeSuture does not write");
      }
    }
  }

  private void unusable(IncidentField field, JsonParser parser, String why) {
    asRecorded.put(field.word(), rawText(parser));
    odd(field.word(), why);
  }

  private void odd(String field, String why) {
    oddities.add(field + " " + why);
  }

  /// The recorded text of the current value, which is read to its end.
  private String rawText(JsonParser parser) {
    int from = offset(parser);
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      parser.skipChildren();
    } else {
      if (token.isNumeric()) {
        return parser.getString();
      }
      if (token == JsonToken.VALUE_NULL) {
        return "null";
      }
      parser.getStringLength();
    }
    return slice(from, end(parser));
  }

  private int offset(JsonParser parser) {
    return start + (int) parser.currentTokenLocation().getByteOffset();
  }

  private int end(JsonParser parser) {
    return start + (int) parser.currentLocation().getByteOffset();
  }

  private String slice(int from, int to) {
    return from + 2 == to && bytes[from] == '"'
        ? "\"\""
        : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private Incident incident() {
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
        guardType,
        targetVariable,
        defaultValue,
        suggestedFix,
        fixConfidence,
        reviewPriority,
        pythonVersion,
        codesutureVersion,
        ttlDays,
        hitCount,
        threadName,
        shadowVerified,
        asRecorded);
  }
}
