package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What shows which Python a project is run by (codesuture.md 13).
public final class ProjectPython {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,2})\\.(\\d{1,3})(\\D.*)?");

  private ProjectPython() {}

  /// The newest Python that has compiled modules of the project, such as "3.13", told by the names
  /// in its `__pycache__` folders.
  public static Optional<String> compiledBy(SourceTree tree) {
    NewestPython newest = new NewestPython();
    tree.files().stream().map(SourceFile::baseName).forEach(newest::seeCompiled);
    return newest.compiledBy();
  }

  /// "3.11" of "3.11.7"; empty for anything that is no version.
  public static Optional<String> minor(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "." + matcher.group(2))
        : Optional.empty();
  }
}
