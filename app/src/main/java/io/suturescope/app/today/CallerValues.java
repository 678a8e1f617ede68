package io.suturescope.app.today;

import io.suturescope.app.store.GroupCount;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.query.IncidentQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the patches of functions that crashed lately put in place of the failure. How often a value
/// reached a caller is recorded nowhere.
public final class CallerValues {

  private CallerValues() {}

  /// @param json the value as its metadata hold it
  /// @param crashes of the function within the query
  /// @param sensitive the word in the name that makes it so
  public record CallerValue(
      String json, String target, String function, long crashes, Optional<String> sensitive) {}

  private record Name(String module, String function, String json) {}

  /// Of the patches with files, those with the most crashes first.
  public static List<CallerValue> of(Reading reading, IncidentQuery query, int most) {
    Map<List<String>, Long> crashes = new HashMap<>();
    for (GroupCount group : reading.groupCounts(query)) {
      crashes.merge(List.of(group.module(), group.function()), group.counts().total(), Long::sum);
    }
    Map<Name, CallerValue> values = new HashMap<>();
    for (PatchRow row : reading.patches(IncidentQuery.ALL)) {
      long times = crashes.getOrDefault(List.of(row.module(), row.function()), 0L);
      Optional<PatchMetadata> metadata = row.file().flatMap(PatchFile::metadata);
      if (times > 0 && metadata.isPresent() && !row.gone()) {
        values.put(
            new Name(row.module(), row.function(), metadata.get().defaultValue()),
            new CallerValue(
                metadata.get().defaultValue(),
                metadata.get().target(),
                row.function(),
                times,
                SeverityRules.CODESUTURE.sensitiveWord(row.module(), row.function())));
      }
    }
    return values.values().stream()
        .sorted(
            Comparator.comparingLong((CallerValue value) -> -value.crashes())
                .thenComparing(CallerValue::function))
        .limit(most)
        .toList();
  }
}
