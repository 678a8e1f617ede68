package io.suturescope.importers.codesuture;

import io.suturescope.model.incident.Incident;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which Python runs the project now: the one that wrote the newest incident (codesuture.md 13),
/// and the newest one that has compiled its modules.
final class NewestPython {

  private static final Pattern MINOR = Pattern.compile("(\\d{1,2})\\.(\\d{1,3})(\\D.*)?");

  private static final Pattern COMPILED = Pattern.compile(".*\\.cpython-3(\\d{1,2})\\.pyc");

  private int compiled;
  private Instant newest = Instant.MIN;
  private String version = "";

  void see(Incident incident) {
    if (!incident.pythonVersion().isEmpty()
        && incident.time().isPresent()
        && incident.time().get().isAfter(newest)) {
      newest = incident.time().get();
      version = incident.pythonVersion();
    }
  }

  /// A file that Python keeps of a compiled module, such as `app.cpython-313.pyc`.
  void seeCompiled(String fileName) {
    Matcher matcher = COMPILED.matcher(fileName);
    if (matcher.matches()) {
      compiled = Math.max(compiled, Integer.parseInt(matcher.group(1)));
    }
  }

  /// The newest Python that has compiled the project, such as "3.13".
  Optional<String> compiledBy() {
    return compiled == 0 ? Optional.empty() : Optional.of("3." + compiled);
  }

  /// Such as "3.11".
  Optional<String> minor() {
    return ProjectPython.minor(version);
  }

  /// True for the versions on which most guards cannot be built (codesuture.md 15.1).
  boolean cannotBuildGuards() {
    Matcher matcher = MINOR.matcher(version);
    return matcher.matches()
        && matcher.group(1).equals("3")
        && Integer.parseInt(matcher.group(2)) >= 12;
  }
}
