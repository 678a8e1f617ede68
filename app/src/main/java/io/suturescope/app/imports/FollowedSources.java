package io.suturescope.app.imports;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceRow;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Notices which imported folders and files have changed on disk, by looking at sizes and times
/// only: cheap enough to ask every second. Not for several threads at once.
///
/// A source is reported when it is seen for the first time, so that what happened while nobody
/// looked is imported, and from then on whenever it looks other than at the last check; also once
/// when it is gone, and once when it is back. Archives do not grow and are not followed; agents are
/// asked, not followed.
public final class FollowedSources {

  private final Map<SourceIdentity, Long> seen = new HashMap<>();

  /// @param sources that the workspace knows
  /// @return those to import again, in the same order
  public List<SourceRow> check(List<SourceRow> sources) {
    List<SourceRow> changed = new ArrayList<>();
    for (SourceRow source : sources) {
      SourceIdentity identity = source.identity();
      boolean onDisk = identity.kind() != SourceIdentity.Kind.AGENT;
      if (onDisk && identity.kind() != SourceIdentity.Kind.ARCHIVE) {
        long stamp = stamp(identity);
        Long before = seen.put(identity, stamp);
        if (before == null || before != stamp) {
          changed.add(source);
        }
      }
    }
    return List.copyOf(changed);
  }

  /// Takes the state of a source for known: it was imported by other means just now.
  ///
  /// Call it before that import begins, so that what comes meanwhile is noticed afterwards.
  public void seen(SourceIdentity source) {
    seen.put(source, stamp(source));
  }

  private static long stamp(SourceIdentity source) {
    try {
      return FolderStamp.of(Path.of(source.path()));
    } catch (InvalidPathException notOfThisSystem) {
      return FolderStamp.ABSENT;
    }
  }
}
