package io.suturescope.model.incident;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rules by which a severity is found (codesuture.md 4), with what can be asked "what if" about
/// them.
///
/// What no log holds cannot be tried again: the HTTP method (rule 3) is never there, and hit counts
/// (rules 5, 6, 8) are as recorded, save that the ASGI middleware always judges as at the first
/// hit.
///
/// @param sensitiveWords in lower case, without blanks around them; looked for inside names
/// @param criticalWhenSensitive guards that a sensitive name makes critical, others high
/// @param guards severity of each guard that has one; the others are left to the last rule
/// @param repeatThreshold hits from which a medium crash is low, at least 1
public record SeverityRules(
    List<String> sensitiveWords,
    SortedSet<String> criticalWhenSensitive,
    SortedMap<String, Severity> guards,
    int repeatThreshold) {

  private static final int CODESUTURE_REPEATED = 3;

  /// What CodeSuture 1.1.0 does.
  public static final SeverityRules CODESUTURE =
      new SeverityRules(
              List.of(
                  "auth",
                  "payment",
                  "security",
                  "admin",
                  "login",
                  "credential",
                  "token",
                  "secret",
                  "encrypt",
                  "decrypt",
                  "billing",
                  "transaction"),
              new TreeSet<>(List.of("callable_guard", "division_guard", "type_coercion_guard")),
              new TreeMap<>(
                  Map.of(
                      "callable_guard", Severity.CRITICAL,
                      "chain_subscript_guard", Severity.HIGH,
                      "type_coercion_guard", Severity.HIGH,
                      "null_guard", Severity.MEDIUM,
                      "key_guard", Severity.MEDIUM,
                      "subscript_guard", Severity.MEDIUM,
                      "division_guard", Severity.MEDIUM,
                      "index_guard", Severity.MEDIUM,
                      "list_bound_guard", Severity.MEDIUM)),
              CODESUTURE_REPEATED)
          .with("file_guard", Severity.LOW)
          .with("str_coerce_guard", Severity.LOW);

  public SeverityRules {
    sensitiveWords =
        sensitiveWords.stream()
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            // Every name holds the empty word.
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    criticalWhenSensitive = Collections.unmodifiableSortedSet(new TreeSet<>(criticalWhenSensitive));
    guards = Collections.unmodifiableSortedMap(new TreeMap<>(guards));
    if (repeatThreshold < 1 || guards.containsValue(Severity.UNKNOWN)) {
      throw new IllegalArgumentException("no such rules");
    }
  }

  public SeverityRules withWords(List<String> words) {
    return new SeverityRules(words, criticalWhenSensitive, guards, repeatThreshold);
  }

  public SeverityRules withThreshold(int threshold) {
    return new SeverityRules(sensitiveWords, criticalWhenSensitive, guards, threshold);
  }

  /// With another severity of one guard.
  public SeverityRules with(String guard, Severity severity) {
    SortedMap<String, Severity> changed = new TreeMap<>(guards);
    changed.put(guard, severity);
    return new SeverityRules(sensitiveWords, criticalWhenSensitive, changed, repeatThreshold);
  }

  /// With a guard left to the last rule.
  public SeverityRules without(String guard) {
    SortedMap<String, Severity> changed = new TreeMap<>(guards);
    changed.remove(guard);
    return new SeverityRules(sensitiveWords, criticalWhenSensitive, changed, repeatThreshold);
  }

  /// With another answer to whether a sensitive name makes the guard critical.
  public SeverityRules with(String guard, boolean critical) {
    SortedSet<String> changed = new TreeSet<>(criticalWhenSensitive);
    if (critical) {
      changed.add(guard);
    } else {
      changed.remove(guard);
    }
    return new SeverityRules(sensitiveWords, changed, guards, repeatThreshold);
  }

  /// Every rule, tried on what was recorded.
  public SeverityTrace trace(Incident incident) {
    int hits = incident.status() == IncidentStatus.REPLAYED ? 0 : incident.hitCount();
    return trace(incident.guardType(), incident.module(), incident.function(), hits);
  }

  /// The same, from the parts that matter.
  public SeverityTrace trace(String guard, String module, String function, int hitCount) {
    return new SeverityTrial(this, guard, module, function, hitCount).trace();
  }

  /// The first of the sensitive words that the module or the function holds.
  public Optional<String> sensitiveWord(String module, String function) {
    String lowerModule = module.toLowerCase(Locale.ROOT);
    String lowerFunction = function.toLowerCase(Locale.ROOT);
    return sensitiveWords.stream()
        .filter(word -> lowerModule.contains(word) || lowerFunction.contains(word))
        .findFirst();
  }
}
