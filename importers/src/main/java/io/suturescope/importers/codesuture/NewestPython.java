package io.suturescope.importers.codesuture;

import io.suturescope.model.incident.Incident;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which Python wrote the newest incident, the only trace of the interpreter (codesuture.md 13).
final class NewestPython {

  private static final Pattern MINOR = Pattern.compile("(\\d{1,2})\\.(\\d{1,3})(\\D.*)?");

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

  /// Such as "3.11".
  Optional<String> minor() {
    Matcher matcher = MINOR.matcher(version);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "." + matcher.group(2))
        : Optional.empty();
  }

  /// True for the versions on which most guards cannot be built (codesuture.md 15.1).
  boolean cannotBuildGuards() {
    Matcher matcher = MINOR.matcher(version);
    return matcher.matches()
        && matcher.group(1).equals("3")
        && Integer.parseInt(matcher.group(2)) >= 12;
  }
}
