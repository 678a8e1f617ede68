package io.suturescope.importers.source;

import io.suturescope.model.origin.ImportProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was found in a folder or archive, before it is known which projects lie in it.
final class Listing {

  /// Links are resolved late, when the project is known that they must not leave.
  ///
  /// @param target name of what it points to, empty when that lies outside or is unknown
  record Link(String name, Optional<String> target) {}

  private static final int LINK_HOPS = 8;

  final Map<String, SourceFile> files = new TreeMap<>();
  final Set<String> folders = new TreeSet<>();
  final Map<String, Link> links = new TreeMap<>();
  final List<ImportProblem> findings = new ArrayList<>();

  void warn(String name, String reason) {
    findings.add(ImportProblem.warning(name, 0, reason, ""));
  }

  void refuse(String name, String reason) {
    findings.add(ImportProblem.problem(name, 0, reason, ""));
  }

  void add(SourceFile file) {
    if (file.readableBySomebody()) {
      files.put(file.name(), file);
    } else {
      warn(file.name(), "nobody may read this file (mode 000); skipped");
    }
  }

  /// The part below a folder, with names relative to it and its links resolved inside it.
  Listing part(String folder, boolean withForeignFindings) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Listing part = new Listing();
    files.forEach((name, file) -> {
      if (name.startsWith(prefix)) {
        String inside = name.substring(prefix.length());
        part.files.put(inside, file.named(inside));
      }
    });
    folders.stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> part.folders.add(name.substring(prefix.length())));
    for (ImportProblem finding : findings) {
      if (withForeignFindings || finding.file().startsWith(prefix)) {
        part.findings.add(relative(finding, prefix));
      }
    }
    links.values().stream()
        .filter(link -> link.name().startsWith(prefix))
        .forEach(link -> follow(link, prefix, part));
    return part;
  }

  private void follow(Link link, String prefix, Listing part) {
    String name = link.name().substring(prefix.length());
    Optional<String> target = link.target();
    for (int hop = 0; hop < LINK_HOPS && target.isPresent(); hop++) {
      Link next = links.get(target.get());
      if (next == null) {
        break;
      }
      target = next.target();
    }
    Optional<SourceFile> file = target.filter(name1 -> name1.startsWith(prefix)).map(files::get);
    if (file.isPresent()) {
      part.files.put(name, file.get().named(name));
    } else {
      part.warn(name, "symbolic link that leaves the project or leads to no file is not followed");
    }
  }

  private static ImportProblem relative(ImportProblem finding, String prefix) {
    if (!finding.file().startsWith(prefix)) {
      return finding;
    }
    return new ImportProblem(
        finding.weight(),
        finding.file().substring(prefix.length()),
        finding.line(),
        finding.reason(),
        finding.excerpt());
  }
}
