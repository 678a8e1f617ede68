package io.suturescope.app.examine;

import io.suturescope.app.imports.OpenedSource;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.source.FixLabel;
import io.suturescope.model.source.SuggestionList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The patches whose newest suggestion applies to the source as it is now.
///
/// @param patches source and id of each
public record UsableFixes(Set<Key> patches) {

  public static final UsableFixes NONE = new UsableFixes(Set.of());

  private static final int LOOKED_AT = 20;

  /// Names a patch in the workspace.
  public record Key(long source, String patch) {}

  public UsableFixes {
    patches = Set.copyOf(patches);
  }

  /// Checks the suggestions of these patches, each source opened once. Not for the UI thread.
  public static UsableFixes of(Reading reading, List<PatchRow> rows) {
    Map<SourceRow, List<PatchRow>> bySource = new LinkedHashMap<>();
    rows.forEach(row -> bySource.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row));
    Set<Key> usable = new HashSet<>();
    bySource.forEach((source, patches) -> {
      Optional<OpenedSource> opened = OpenedSource.of(source.identity());
      try {
        patches.stream()
            .filter(patch -> isUsable(reading, patch, opened))
            .map(UsableFixes::key)
            .forEach(usable::add);
      } finally {
        opened.ifPresent(OpenedSource::close);
      }
    });
    return new UsableFixes(usable);
  }

  private static boolean isUsable(Reading reading, PatchRow patch, Optional<OpenedSource> opened) {
    return reading.latestCrashes(patch, Optional.empty(), Optional.empty(), LOOKED_AT).stream()
        .map(StoredIncident::incident)
        .filter(incident -> incident.suggestedFix().isPresent())
        .findFirst()
        .stream()
        .flatMap(incident ->
            SuggestionList.of(
                List.of(incident),
                path -> opened.map(OpenedSource::tree).flatMap(tree -> tree.pythonFile(path)))
                .stream())
        .anyMatch(entry -> entry.fix().label() == FixLabel.USABLE);
  }

  private static Key key(PatchRow patch) {
    return new Key(patch.source().id(), patch.id());
  }

  public boolean has(PatchRow patch) {
    return patches.contains(key(patch));
  }
}
