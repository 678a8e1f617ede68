package io.suturescope.model.source;

import io.suturescope.model.incident.Incident;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The suggestions of incidents, as CodeSuture's `suggest` lists them (codesuture.md 8): the last
/// one of each function and guard, where the first one was. Unlike there, functions of the same
/// name in two modules stay apart, and what is listed is the recorded text, not a text made anew.
public final class SuggestionList {

  /// A suggestion, checked.
  ///
  /// @param incident the last one that holds it
  public record Entry(Incident incident, CheckedFix fix, Optional<SourceText> file) {}

  private record Key(String module, String function, String guard) {}

  private SuggestionList() {}

  /// Lists what incidents suggest; those without a suggestion are passed over.
  ///
  /// @param incidents in the order of the log
  /// @param files finds the file of a recorded path inside the source
  public static List<Entry> of(
      Iterable<Incident> incidents, Function<String, Optional<SourceText>> files) {
    Map<Key, Incident> last = new LinkedHashMap<>();
    for (Incident incident : incidents) {
      if (incident.suggestedFix().isPresent()) {
        last.put(new Key(incident.module(), incident.function(), incident.guardType()), incident);
      }
    }
    return last.values().stream()
        .flatMap(
            incident -> SuggestedFix.of(incident).map(fix -> entry(incident, fix, files)).stream())
        .toList();
  }

  private static Entry entry(
      Incident incident, SuggestedFix fix, Function<String, Optional<SourceText>> files) {
    Optional<SourceText> file = files.apply(fix.path());
    Optional<String> quoted =
        TraceQuote.of(incident.stackTrace(), fix.line()).map(TraceQuote::text);
    return new Entry(incident, FixCheck.check(fix, file, quoted), file);
  }
}
