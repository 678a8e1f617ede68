package io.suturescope.app.digest;

import io.suturescope.app.store.Reading;
import java.io.IOException;
import java.time.Clock;

/// Writes digests: the one way for window and command line, so that both give the same bytes.
public final class DigestText {

  private DigestText() {}

  /// Writes a digest as a file holds it. In style CODESUTURE what is printed has one newline more.
  ///
  /// @param clock its zone is that of days, its time is "now"; style CODESUTURE is in UTC whatever
  ///   the zone
  public static void write(Reading reading, Clock clock, DigestRequest request, Appendable out)
      throws IOException {
    new CodeSutureReport(request.source(), request.weekly(), request.day(), clock.instant())
        .write(reading, out);
  }
}
