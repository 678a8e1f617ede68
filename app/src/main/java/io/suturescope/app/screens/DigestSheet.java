package io.suturescope.app.screens;

import io.suturescope.app.digest.DigestRequest;
import io.suturescope.app.digest.DigestRequest.Flavour;
import io.suturescope.app.digest.DigestRequest.Format;
import io.suturescope.app.digest.DigestRequest.Style;
import io.suturescope.app.digest.DigestText;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.model.digest.Digest;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.digest.DigestActions.Form;
import io.suturescope.views.digest.DigestState.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One digest as it was read: what is drawn, and what leaves the window, which is what the command
/// line writes for the same moment.
///
/// @param sources those that can be chosen
/// @param clock stands still at the moment of reading
/// @param digest empty in style CODESUTURE
record DigestSheet(
    Emptiness emptiness,
    List<SourceRow> sources,
    DigestRequest request,
    Clock clock,
    Optional<Digest> digest,
    Content content) {

  /// @param day empty for today
  /// @param source empty for all of them, or in style CODESUTURE for the first
  record Wish(
      boolean weekly,
      Optional<LocalDate> day,
      Style style,
      OptionalLong source,
      TimeView time,
      Optional<Path> journal) {}

  /// CodeSuture's own days are those of UTC.
  static LocalDate today(Style style, TimeView time) {
    return LocalDate.ofInstant(
        time.now(), style == Style.CODESUTURE ? ZoneOffset.UTC : time.zone());
  }

  /// Reads it; for a background thread.
  static DigestSheet read(Reading reading, Wish wish) throws IOException {
    List<SourceRow> all = reading.sources();
    boolean theirs = wish.style() == Style.CODESUTURE;
    List<SourceRow> sources =
        all.stream()
            .filter(row -> !theirs || row.identity().system().equals("codesuture"))
            .toList();
    Optional<SourceRow> source =
        sources.stream()
            .filter(row -> wish.source().equals(OptionalLong.of(row.id())))
            .findFirst()
            .or(() -> theirs ? sources.stream().findFirst() : Optional.empty());
    DigestRequest request =
        new DigestRequest(
            wish.style(),
            wish.weekly(),
            wish.day().orElse(today(wish.style(), wish.time())),
            source,
            Format.MARKDOWN,
            Flavour.GITHUB,
            wish.journal());
    Clock clock = Clock.fixed(wish.time().now(), named(wish.time().zone()));
    Emptiness emptiness = all.isEmpty() ? Emptiness.NOTHING_IMPORTED : Emptiness.NOT_EMPTY;
    if (theirs) {
      FirstLines first = new FirstLines();
      DigestText.write(reading, clock, request, first);
      Content written = new Content.AsWritten(first.lines(), first.more());
      return new DigestSheet(emptiness, sources, request, clock, Optional.empty(), written);
    }
    Digest digest = DigestText.digest(reading, clock, request);
    Content page = new Content.Page(DigestPage.of(digest));
    return new DigestSheet(emptiness, sources, request, clock, Optional.of(digest), page);
  }

  /// UTC is called so, whatever the switch of the window or this machine calls it.
  private static ZoneId named(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }

  /// What a number on the page counts.
  Optional<DigestNumber> number(int reference) {
    return content instanceof Content.Page(DigestPage page)
        ? page.number(reference)
        : Optional.empty();
  }

  /// For a background thread; likewise below.
  String text(Reading reading, Form form) throws IOException {
    DigestRequest asked = as(form);
    StringBuilder out = new StringBuilder();
    if (digest.isPresent()) {
      DigestText.write(digest.get(), asked, out);
    } else {
      DigestText.write(reading, clock, asked, out);
    }
    return out.toString();
  }

  byte[] bytes(Reading reading, Form form) throws IOException {
    return text(reading, form).getBytes(StandardCharsets.UTF_8);
  }

  private DigestRequest as(Form form) {
    return new DigestRequest(
        request.style(),
        request.weekly(),
        request.day(),
        request.source(),
        form == Form.WEB_PAGE ? Format.HTML : Format.MARKDOWN,
        switch (form) {
          case SLACK -> Flavour.SLACK;
          case JIRA -> Flavour.JIRA;
          case PLAIN -> Flavour.PLAIN;
          case GITHUB, WEB_PAGE -> Flavour.GITHUB;
        },
        request.journal());
  }

  String fileName(Form form) {
    String whose = request.style() == Style.CODESUTURE ? "codesuture-digest-" : "digest-";
    String ending =
        switch (form) {
          case WEB_PAGE -> ".html";
          case GITHUB -> ".md";
          case SLACK, JIRA, PLAIN -> ".txt";
        };
    return whose + (request.weekly() ? "week-" : "") + request.day() + ending;
  }
}
