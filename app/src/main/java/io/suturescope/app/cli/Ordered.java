package io.suturescope.app.cli;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.patch.SignatureState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Counts by word in the order in which a person expects the words.
final class Ordered {

  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::name).toList();
  private static final List<String> SIGNATURES =
      Arrays.stream(SignatureState.values()).map(SignatureState::word).toList();

  private Ordered() {}

  /// Worst first.
  static SequencedMap<String, Long> bySeverity(Map<String, Long> counts) {
    return first(SEVERITIES, counts);
  }

  /// As cli.md shows them.
  static SequencedMap<String, Long> bySignature(Map<String, Long> counts) {
    return first(SIGNATURES, counts);
  }

  private static SequencedMap<String, Long> first(List<String> words, Map<String, Long> counts) {
    Map<String, Long> rest = new TreeMap<>(counts);
    SequencedMap<String, Long> ordered = new LinkedHashMap<>();
    for (String word : words) {
      Long count = rest.remove(word);
      if (count != null) {
        ordered.put(word, count);
      }
    }
    ordered.putAll(rest);
    return ordered;
  }
}
