package io.suturescope.importers.source;

import java.util.List;
import java.util.Set;

/// Names of the files and folders that make a folder a CodeSuture project (codesuture.md 1).
public final class ProjectLayout {

  public static final String INCIDENTS = ".codesuture_incidents";
  public static final String ALERTS = INCIDENTS + "/alerts";
  public static final String REWINDS = ".codesuture_rewind";
  public static final String KNOWLEDGE = ".codesuture_knowledge";
  public static final String FINGERPRINTS = ".codesuture_fingerprints";
  public static final String CONFIG = ".codesuture.toml";

  /// The four names under which a patch store is looked for, in CodeSuture's order.
  public static final List<String> STORES =
      List.of(".codesuture_cache", ".codesuture_store", ".codesuture", "codesuture_patches");

  private static final Set<String> FOLDERS =
      Set.of(
          INCIDENTS,
          REWINDS,
          KNOWLEDGE,
          STORES.get(0),
          STORES.get(1),
          STORES.get(2),
          STORES.get(3));
  private static final Set<String> FILES = Set.of(FINGERPRINTS, CONFIG);
  private static final List<String> DATA_ENDINGS =
      List.of(".code", ".json", ".jsonl", ".md", ".key", ".toml", FINGERPRINTS);

  private ProjectLayout() {}

  /// True for the name of a folder whose parent is a project.
  public static boolean isDataFolder(String baseName) {
    return FOLDERS.contains(baseName);
  }

  /// True for the name of a file whose folder is a project.
  public static boolean isMarkerFile(String baseName) {
    return FILES.contains(baseName);
  }

  /// The first part of a name inside a project when that is one of its data folders, else empty.
  public static String dataFolderOf(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    return isDataFolder(first) ? first : "";
  }

  /// True for a folder inside a data folder that has the name of a data file.
  static boolean isNamedLikeData(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    if (isMarkerFile(base)) {
      return true;
    }
    boolean inside = false;
    for (String folder : FOLDERS) {
      inside |= name.startsWith(folder + "/") || name.contains("/" + folder + "/");
    }
    return inside && DATA_ENDINGS.stream().anyMatch(base::endsWith);
  }
}
