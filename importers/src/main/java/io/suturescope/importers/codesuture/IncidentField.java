package io.suturescope.importers.codesuture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of an incident in the order in which CodeSuture writes them (codesuture.md 3).
enum IncidentField {
  INCIDENT_ID,
  TIMESTAMP,
  FINGERPRINT,
  EXCEPTION_TYPE,
  EXCEPTION_MESSAGE,
  MODULE,
  FUNCTION,
  LINE_NUMBER,
  FILE_PATH,
  STACK_TRACE,
  SEVERITY,
  STATUS,
  GUARD_TYPE,
  TARGET_VARIABLE,
  DEFAULT_VALUE,
  DEFAULT_RATIONALE,
  BYTECODE_DIFF,
  SUGGESTED_FIX,
  FIX_CONFIDENCE,
  REVIEW_PRIORITY,
  PYTHON_VERSION,
  CODESUTURE_VERSION,
  TTL_DAYS,
  HIT_COUNT,
  THREAD_NAME,
  SHADOW_VERIFIED,
  RELATED_INCIDENTS;

  static final List<IncidentField> ALL = List.of(values());

  /// A bit for each field.
  static final long ALL_BITS = (1L << values().length) - 1;

  private static final Map<String, IncidentField> BY_WORD = byWord();

  private final String word = name().toLowerCase(java.util.Locale.ROOT).intern();

  private static Map<String, IncidentField> byWord() {
    Map<String, IncidentField> fields = new HashMap<>();
    for (IncidentField field : values()) {
      fields.put(field.word, field);
    }
    return Map.copyOf(fields);
  }

  String word() {
    return word;
  }

  static @Nullable IncidentField of(String word) {
    return BY_WORD.get(word);
  }
}
