package io.suturescope.model.digest;

import io.suturescope.model.digest.Digest.CrashGroup;
import io.suturescope.model.digest.Digest.Cut;
import io.suturescope.model.digest.Digest.Item;
import io.suturescope.model.digest.Digest.Listed;
import io.suturescope.model.digest.DigestBlock.Bullets;
import io.suturescope.model.digest.DigestBlock.Heading;
import io.suturescope.model.digest.DigestBlock.Paragraph;
import io.suturescope.model.digest.DigestBlock.Table;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Strong;
import io.suturescope.model.digest.DigestSpan.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts a digest into words.
final class DigestWording {

  private static final int LONGEST = 300;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Digest digest;
  private final ZoneId zone;
  private final DigestReferences references;
  private final List<DigestBlock> blocks = new ArrayList<>();

  DigestWording(Digest digest) {
    this.digest = digest;
    this.zone = digest.period().zone();
    this.references = new DigestReferences(zone, digest.now().truncatedTo(ChronoUnit.SECONDS));
  }

  DigestPage page() {
    title();
    summary();
    decisions();
    expiring();
    verdicts();
    sent();
    incidents();
    blocks.addAll(new DifferenceWording(digest, references).blocks());
    return new DigestPage(blocks, references.all(), references.numbers());
  }

  /// Names that nobody reads to their end are cut; the query behind the number has them whole.
  static Recorded recorded(String text) {
    return new Recorded(
        text.length() <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…");
  }

  private static Words words(String text) {
    return new Words(text);
  }

  private DigestSpan number(DigestNumber number) {
    return references.of(number);
  }

  private static String plural(long count, String one, String many) {
    return count == 1 ? one : many;
  }

  private void section(String title) {
    blocks.add(new Heading(2, List.of(words(title))));
  }

  private void say(DigestSpan... spans) {
    blocks.add(new Paragraph(List.of(spans)));
  }

  private void title() {
    DigestPeriod period = digest.period();
    String days =
        period.weekly() ? period.first() + " to " + period.last() : period.first().toString();
    String what = period.weekly() ? "Weekly digest" : "Daily digest";
    blocks.add(new Heading(1, List.of(words(what + " — " + days + " (" + zone + ")"))));
    List<DigestSpan> about = new ArrayList<>();
    about.add(words("Made " + SECOND.format(digest.now().atZone(zone)) + " " + zone));
    if (digest.source().isPresent()) {
      about.add(words(", of the source "));
      about.add(recorded(digest.source().get()));
    }
    about.add(
        words(". Patches are judged as of that moment; numbers lead to the queries behind them."));
    blocks.add(new Paragraph(about));
  }

  private void summary() {
    section("Summary");
    long crashes = digest.crashes().value();
    long copies = digest.copies().value();
    if (crashes == 0 && copies == 0) {
      say(words("No crash was recorded in this period ("), number(digest.crashes()), words(")."));
      say(words("The period before: "), number(digest.before()), words("."));
      return;
    }
    List<List<DigestSpan>> items = new ArrayList<>();
    items.add(lines(crashes, copies));
    items.add(severities());
    items.add(
        List.of(
            new Strong("Crash patterns:"),
            words(" "),
            number(digest.patterns()),
            words(" different fingerprints")));
    items.add(
        List.of(
            new Strong("Functions patched:"),
            words(" "),
            number(digest.functions()),
            words(" (module and function)")));
    items.add(before(crashes));
    blocks.add(new Bullets(items));
  }

  private List<DigestSpan> lines(long crashes, long copies) {
    List<DigestSpan> spans = new ArrayList<>();
    spans.add(new Strong("Crashes:"));
    spans.add(words(" "));
    spans.add(number(digest.crashes()));
    if (copies > 0) {
      long lines = crashes + copies;
      spans.add(words(". " + lines + plural(lines, " line: ", " lines: ")));
      spans.add(number(digest.crashes()));
      spans.add(words(plural(crashes, " crash and ", " crashes and ")));
      spans.add(number(digest.copies()));
      spans.add(
          words(
              plural(
                  copies,
                  " verification copy, folded into its crash",
                  " verification copies, folded into their crashes")));
    }
    return spans;
  }

  private List<DigestSpan> severities() {
    List<DigestSpan> spans = new ArrayList<>(List.of(new Strong("Severity:")));
    String before = " ";
    for (var severity : digest.severities().entrySet()) {
      spans.add(words(before + severity.getKey() + " "));
      spans.add(number(severity.getValue()));
      before = ", ";
    }
    return spans;
  }

  private List<DigestSpan> before(long crashes) {
    long was = digest.before().value();
    long change = crashes - was;
    String how =
        change == 0 ? "as many as" : Math.abs(change) + (change > 0 ? " more than" : " fewer than");
    String when = digest.period().weekly() ? " the week before" : " the day before";
    return List.of(
        new Strong("Change:"), words(" " + how + when + " ("), number(digest.before()), words(")"));
  }

  private void decisions() {
    section("Needs a decision");
    List<List<DigestSpan>> items = new ArrayList<>();
    for (CrashGroup group : digest.fresh().shown()) {
      List<DigestSpan> spans = new ArrayList<>();
      spans.add(new Strong(group.worst() + ", new:"));
      spans.add(words(" "));
      spans.add(recorded(group.exceptionType()));
      spans.add(words(" in "));
      spans.add(recorded(name(group)));
      spans.add(words(" ("));
      spans.add(recorded(group.guardType()));
      spans.add(words("), "));
      spans.add(number(group.crashes()));
      spans.add(words(plural(group.crashes().value(), " crash", " crashes")));
      items.add(spans);
    }
    more(items, digest.fresh(), "new critical or high groups");
    listed(items, "Refused by the loader", digest.refused());
    listed(items, "Past its time and still loading", digest.expired());
    listed(items, "Crashed and not patched", digest.notPatched());
    if (items.isEmpty()) {
      say(
          words("Nothing: no new critical or high crash, no patch that is refused ("),
          number(digest.refused().number()),
          words(") or past its time ("),
          number(digest.expired().number()),
          words("), no crash recorded as not patched ("),
          number(digest.notPatched().number()),
          words(")."));
      return;
    }
    blocks.add(new Bullets(items));
  }

  private static String name(CrashGroup group) {
    return group.module().isEmpty() ? group.function() : group.module() + "." + group.function();
  }

  private static void more(List<List<DigestSpan>> items, Cut<?> cut, String what) {
    if (cut.leftOut() > 0) {
      items.add(List.of(words(cut.leftOut() + " more " + what + " are left out here")));
    }
  }

  private void listed(List<List<DigestSpan>> items, String what, Listed listed) {
    if (listed.number().value() == 0) {
      return;
    }
    List<DigestSpan> spans = new ArrayList<>();
    spans.add(new Strong(what + ":"));
    spans.add(words(" "));
    spans.add(number(listed.number()));
    items.add(spans);
    for (Item item : listed.items().shown()) {
      items.add(List.of(recorded(item.name()), words(": "), recorded(item.reason())));
    }
    more(items, listed.items(), "names");
  }

  private void expiring() {
    section("Patches that expire");
    DigestNumber number = digest.expiring().number();
    if (number.value() == 0) {
      say(
          words("None ("),
          number(number),
          words(") in the " + Digest.EXPIRY_DAYS + " days after " + at(digest.now()) + "."));
      return;
    }
    say(
        number(number),
        words(
            plural(number.value(), " patch that loads ends", " patches that load end")
                + " in the "
                + Digest.EXPIRY_DAYS
                + " days after "
                + at(digest.now())
                + ". CodeSuture loads them after their time as well."));
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    for (Item item : digest.expiring().items().shown()) {
      rows.add(
          List.of(
              List.of(words(item.time().map(this::at).orElse("unknown"))),
              List.of(recorded(item.name()))));
    }
    blocks.add(new Table(List.of("Ends", "Patch"), rows));
    leftOut(digest.expiring().items(), "patches", number);
  }

  private String at(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  private void leftOut(Cut<?> cut, String what, DigestNumber all) {
    if (cut.leftOut() > 0) {
      say(
          words(cut.leftOut() + " more " + what + " are left out here; all of them: "),
          number(all),
          words("."));
    }
  }

  private void verdicts() {
    long printed = digest.divergent().number().value() + digest.unnecessary().number().value();
    if (digest.crashes().value() == 0 && printed == 0) {
      return;
    }
    section("Verdicts");
    if (digest.crashes().value() > 0) {
      justified();
    }
    List<List<DigestSpan>> items = new ArrayList<>();
    listed(items, "Patches with the verdict divergent", digest.divergent());
    listed(items, "Patches with the verdict unnecessary", digest.unnecessary());
    if (!items.isEmpty()) {
      blocks.add(new Bullets(items));
    }
  }

  private void justified() {
    say(
        number(digest.justified()),
        words(" of "),
        number(digest.crashes()),
        words(" crashes have the verdict justified, known by their verification copies. "),
        number(digest.unjudged()),
        words(
            " have no verdict. CodeSuture writes no other verdict to disk, so that none does not"
                + " mean that the patch is right."));
  }

  private void sent() {
    if (digest.sent().isEmpty()) {
      return;
    }
    section("Commands sent");
    List<List<DigestSpan>> items = new ArrayList<>();
    for (Item item : digest.sent().shown()) {
      items.add(
          List.of(
              words(item.time().map(this::at).orElse("") + " "),
              recorded(item.name()),
              words(": "),
              recorded(item.reason())));
    }
    more(items, digest.sent(), "commands");
    blocks.add(new Bullets(items));
  }

  private void incidents() {
    if (digest.groups().isEmpty()) {
      return;
    }
    section("All incidents");
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    for (CrashGroup group : digest.groups().shown()) {
      rows.add(
          List.of(
              List.of(words(group.worst().name())),
              List.of(number(group.crashes())),
              List.of(recorded(name(group))),
              List.of(recorded(group.exceptionType())),
              List.of(recorded(group.guardType())),
              List.of(words(last(group.last())))));
    }
    blocks.add(
        new Table(
            List.of("Severity", "Crashes", "Function", "Exception", "Guard", "Last seen"), rows));
    leftOut(digest.groups(), "groups", digest.crashes());
  }

  private String last(Optional<Instant> time) {
    return time.map(t -> SECOND.format(t.atZone(zone))).orElse("unknown");
  }
}
