package io.suturescope.app.digest;

import io.suturescope.app.digest.DigestRequest.Format;
import io.suturescope.app.digest.DigestRequest.Style;
import io.suturescope.app.export.DigestHtml;
import io.suturescope.app.export.DigestJira;
import io.suturescope.app.export.DigestPlain;
import io.suturescope.app.export.DigestSlack;
import io.suturescope.app.store.Reading;
import io.suturescope.model.digest.Digest;
import io.suturescope.model.digest.Digest.Cut;
import io.suturescope.model.digest.Digest.Item;
import io.suturescope.model.digest.DigestMarkdown;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestPeriod;
import java.io.IOException;
import java.time.Clock;

/// Writes digests: the one way for window and command line, so that both give the same bytes.
public final class DigestText {

  private static final int COMMANDS = 50;

  private DigestText() {}

  /// Writes a digest as a file holds it. In style CODESUTURE, what is printed has one newline more.
  ///
  /// @param clock that of the store: its zone is that of days, its time is "now"; style CODESUTURE
  ///   is in UTC whatever the zone
  public static void write(Reading reading, Clock clock, DigestRequest request, Appendable out)
      throws IOException {
    if (request.style() == Style.CODESUTURE) {
      codesuture(reading, clock, request, out);
    } else {
      write(digest(reading, clock, request), request, out);
    }
  }

  /// The numbers of style SUTURESCOPE.
  public static Digest digest(Reading reading, Clock clock, DigestRequest request) {
    DigestPeriod period =
        request.weekly()
            ? DigestPeriod.week(request.day(), clock.getZone())
            : DigestPeriod.day(request.day(), clock.getZone());
    Cut<Item> sent =
        Cut.of(SentCommands.within(request.journal(), period.range(), clock), COMMANDS);
    return new DigestReading(reading, period, clock.instant(), request.source()).read(sent);
  }

  /// A digest that was read before, in the format and flavour of the request.
  public static void write(Digest digest, DigestRequest request, Appendable out)
      throws IOException {
    markup(request).write(DigestPage.of(digest), out);
  }

  private static DigestMarkup markup(DigestRequest request) {
    if (request.format() == Format.HTML) {
      return new DigestHtml();
    }
    return switch (request.flavour()) {
      case GITHUB -> new DigestMarkdown();
      case SLACK -> new DigestSlack();
      case JIRA -> new DigestJira();
      case PLAIN -> new DigestPlain();
    };
  }

  private static void codesuture(
      Reading reading, Clock clock, DigestRequest request, Appendable out) throws IOException {
    CodeSutureReport report =
        new CodeSutureReport(request.source(), request.weekly(), request.day(), clock.instant());
    if (request.format() == Format.HTML) {
      StringBuilder markdown = new StringBuilder();
      report.write(reading, markdown);
      DigestHtml.ofMarkdown(markdown.toString(), out);
    } else {
      report.write(reading, out);
    }
  }
}
