package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.ProjectLayout;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.importers.source.UnpackLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the projects that a dropped path belongs to or holds.
public final class ProjectFinder {

  /// Whether anything was found.
  public sealed interface Found {
    /// @param sources at least one; each must be closed
    record Sources(List<Source> sources) implements Found {}

    /// @param reason one plain sentence without a final stop
    record Refused(String reason) implements Found {}
  }

  /// One thing to import.
  ///
  /// @param tree its files, with names relative to the project
  /// @param name what to call it: the path of the project, and the folder in it for an archive
  /// @param widened true when a piece of a project was dropped and the whole project is read
  public record Source(SourceTree tree, String name, boolean widened) {}

  private static final String UNKNOWN = "nothing in it is known";
  private static final int LEVELS_UP = 4;
  private static final int ALERT_LEVELS_UP = 3;
  private static final int PROJECT_DEPTH = 3;
  private static final int LOOSE_DEPTH = 2;
  private static final int LOOSE_FILES = 2_000;

  private ProjectFinder() {}

  public static Found find(Path dropped) {
    return find(dropped, Path.of(System.getProperty("java.io.tmpdir")), UnpackLimits.USUAL);
  }

  /// @param temporaryParent existing folder in which archives may be unpacked
  public static Found find(Path dropped, Path temporaryParent, UnpackLimits limits) {
    try {
      Path real = dropped.toRealPath();
      Path project = projectOf(real);
      return switch (SourceTree.open(project, temporaryParent, limits)) {
        case SourceTree.Opened.Refused(String reason) -> new Found.Refused(reason);
        case SourceTree.Opened.Tree(SourceTree tree) -> split(tree, !project.equals(real));
      };
    } catch (IOException unreadable) {
      return new Found.Refused("it cannot be read: " + unreadable.getMessage());
    }
  }

  /// True when a tree holds the folders or files of a project at its top.
  static boolean isProject(SourceTree tree) {
    return tree.folders().stream().anyMatch(ProjectLayout::isDataFolder)
        || tree.files().stream().map(SourceFile::name).anyMatch(ProjectFinder::isTopMarker);
  }

  private static boolean isTopMarker(String name) {
    return ProjectLayout.isMarkerFile(name) || !ProjectLayout.dataFolderOf(name).isEmpty();
  }

  /// Goes up from a piece of a project to the project; anything else stays what it is.
  private static Path projectOf(Path real) {
    Path above = real;
    for (int level = 0; level < LEVELS_UP; level++) {
      Path parent = above.getParent();
      if (parent == null) {
        return real;
      }
      if (ProjectLayout.isDataFolder(baseName(above)) && Files.isDirectory(above)) {
        return parent;
      }
      above = parent;
    }
    return besideMarkers(real).orElse(real);
  }

  private static Optional<Path> besideMarkers(Path real) {
    if (Files.isDirectory(real) ? hasMarkers(real) : !Files.isRegularFile(real)) {
      return Optional.empty();
    }
    boolean alerts = Files.isDirectory(real) ? holdsAlerts(real) : isAlertFile(baseName(real));
    if (!alerts && (Files.isDirectory(real) || !isKnownAlone(real))) {
      return Optional.empty();
    }
    Path above = real.getParent();
    for (int level = 0; above != null && level < (alerts ? ALERT_LEVELS_UP : 1); level++) {
      if (hasMarkers(above)) {
        return Optional.of(above);
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  private static boolean isKnownAlone(Path file) {
    if (ProjectLayout.isMarkerFile(baseName(file))) {
      return true;
    }
    // An archive beside a project is opened for itself, so it is not looked into here.
    return SourceTree.peek(file)
        .map(tree -> new Recognition(tree).alone(tree.files().getFirst()).isPresent())
        .orElse(false);
  }

  private static boolean isAlertFile(String base) {
    return base.equals("unread.md") || (base.startsWith("ALERT_") && base.endsWith(".md"));
  }

  private static boolean holdsAlerts(Path folder) {
    return anyEntry(folder, ProjectFinder::isAlertFile);
  }

  private static boolean hasMarkers(Path folder) {
    return anyEntry(
        folder, base -> ProjectLayout.isDataFolder(base) || ProjectLayout.isMarkerFile(base));
  }

  private static boolean anyEntry(Path folder, java.util.function.Predicate<String> test) {
    try (var entries = Files.list(folder)) {
      return entries.limit(LOOSE_FILES).map(ProjectFinder::baseName).anyMatch(test);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String baseName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Found split(SourceTree all, boolean widened) {
    try (all) {
      List<String> roots = roots(all);
      if (roots.isEmpty()) {
        return loose(all);
      }
      List<Source> sources = new ArrayList<>();
      for (String root : roots) {
        String name = root.isEmpty() ? all.origin().toString() : all.origin() + "/" + root;
        sources.add(new Source(all.part(root, sources.isEmpty()), name, widened));
      }
      return new Found.Sources(List.copyOf(sources));
    }
  }

  /// Folders that are projects, without those inside another one.
  private static List<String> roots(SourceTree tree) {
    Set<String> candidates = candidates(tree);
    TreeSet<String> roots = new TreeSet<>(candidates);
    roots.removeIf(root -> depth(root) >= PROJECT_DEPTH || isInside(root, candidates));
    return List.copyOf(roots);
  }

  /// Folders that look like a project, those inside another one included.
  private static Set<String> candidates(SourceTree tree) {
    Set<String> roots = new TreeSet<>();
    for (String folder : tree.folders()) {
      if (ProjectLayout.isDataFolder(last(folder))) {
        roots.add(parent(folder));
      }
    }
    for (SourceFile file : tree.files()) {
      if (ProjectLayout.isMarkerFile(file.baseName())) {
        roots.add(file.folder());
      }
    }
    return roots;
  }

  /// Projects inside a project, which are not read with it.
  static List<String> nested(SourceTree tree) {
    return candidates(tree).stream().filter(root -> !root.isEmpty()).toList();
  }

  private static boolean isInside(String root, Set<String> roots) {
    for (String above = root; !above.isEmpty(); ) {
      above = parent(above);
      if (roots.contains(above)) {
        return true;
      }
    }
    return false;
  }

  private static int depth(String folder) {
    return folder.isEmpty() ? 0 : 1 + (int) folder.chars().filter(c -> c == '/').count();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private static Found loose(SourceTree all) {
    Recognition recognition = new Recognition(all);
    boolean known =
        all.files().stream()
            .filter(file -> depth(file.folder()) < LOOSE_DEPTH)
            .limit(LOOSE_FILES)
            .anyMatch(file -> recognition.alone(file).isPresent());
    return known
        ? new Found.Sources(List.of(new Source(all.part("", true), all.origin().toString(), false)))
        : new Found.Refused(UNKNOWN);
  }
}
