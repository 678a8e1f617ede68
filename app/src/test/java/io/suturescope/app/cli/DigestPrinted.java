package io.suturescope.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What `suturescope digest` prints, for tests of what else should be the same.
public final class DigestPrinted {

  private DigestPrinted() {}

  public static String of(Path home, Path workspace, Instant now, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--workspace", workspace.toString(), "--now", now.toString(), "digest"));
    all.addAll(List.of(arguments));
    return Ran.in(home, all.toArray(String[]::new)).out();
  }
}
