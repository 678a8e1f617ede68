package io.suturescope.app.postmortem;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.examine.TrustWarning;
import io.suturescope.app.export.Times;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestBlock.Bullets;
import io.suturescope.model.digest.DigestBlock.Heading;
import io.suturescope.model.digest.DigestBlock.Paragraph;
import io.suturescope.model.digest.DigestBlock.Table;
import io.suturescope.model.digest.DigestMarkdown;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Words;
import io.suturescope.model.guard.GuardExplanation.Phrase;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.SeverityRule;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.verdict.VerdictLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes the draft of a post-mortem: facts only, each with the file it stands in, and what no
/// record answers as open questions. Values and messages are masked.
public final class PostMortem {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Reading reading;
  private final PatchExaminer examiner;
  private final Instant now;
  private final ZoneId zone;

  /// @param zone of the times in the draft, which names it
  public PostMortem(Reading reading, PatchExaminer examiner, Instant now, ZoneId zone) {
    this.reading = reading;
    this.examiner = examiner;
    this.now = now;
    this.zone = zone;
  }

  /// The draft as Markdown. For a background thread: it opens the files of the source.
  public String markdown(StoredIncident stored) {
    StringBuilder text = new StringBuilder();
    try {
      new DigestMarkdown().write(new DigestPage(blocks(stored), List.of()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<DigestBlock> blocks(StoredIncident stored) {
    Optional<PatchRow> patch = reading.patchOf(stored.group());
    Optional<Examination> examined = patch.map(examiner::examine);
    List<DigestBlock> blocks = new ArrayList<>();
    Incident incident = stored.incident();
    blocks.add(
        new Heading(
            1,
            List.of(
                new Words("Post-mortem draft: "),
                new Recorded(incident.exceptionType()),
                new Words(" in "),
                new Recorded(incident.function()))));
    blocks.add(
        new Paragraph(
            List.of(
                new Words(
                    "Made by Suturescope on "
                        + time(Optional.of(now))
                        + " "
                        + Times.name(zone)
                        + " from the files of "),
                new Recorded(stored.source().identity().displayName()),
                new Words(
                    ". It holds recorded facts only, with the file of each; what nothing records"
                        + " stands under Open questions."))));
    facts(blocks, stored);
    timeline(blocks, Happenings.of(reading, stored, patch));
    examined.ifPresent(e -> patch(blocks, e));
    Optional<VerdictLedger> ledger = patch.flatMap(reading::ledger);
    blocks.add(section("Verdicts"));
    blocks.addAll(ShadowRuns.blocks(stored, ledger));
    blocks.add(section("Open questions"));
    blocks.add(new Bullets(OpenQuestions.of(stored, examined, ledger)));
    return blocks;
  }

  private static Heading section(String title) {
    return new Heading(2, List.of(new Words(title)));
  }

  private static void facts(List<DigestBlock> blocks, StoredIncident stored) {
    Incident incident = stored.incident();
    SeverityRule.Judgement judged = SeverityRule.recompute(incident);
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    row(rows, "Incident", incident.id());
    row(rows, "Function", incident.module() + "." + incident.function());
    row(rows, "Line", incident.filePath() + ":" + incident.lineNumber());
    row(rows, "Raised", incident.exceptionType());
    row(rows, "Message", Redaction.masked(incident.exceptionMessage()));
    row(rows, "Severity in the log", incident.severity().name());
    row(
        rows,
        "Severity by the documented rules",
        judged.severity() + " (rule " + judged.number() + ": " + judged.because() + ")");
    stored.escalatedTo().ifPresent(to -> row(rows, "Severity of the alert", to.name()));
    row(rows, "Python", incident.pythonVersion());
    row(rows, "CodeSuture", incident.codesutureVersion());
    row(rows, "Recorded in", Happening.where(stored.place()));
    blocks.add(section("What was recorded"));
    blocks.add(new Table(List.of("Fact", "Value"), rows));
  }

  private static void row(List<List<List<DigestSpan>>> rows, String name, String value) {
    if (!value.isEmpty()) {
      rows.add(List.of(List.of(new Words(name)), List.of(new Recorded(value))));
    }
  }

  private void timeline(List<DigestBlock> blocks, List<Happening> happenings) {
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    for (Happening each : happenings) {
      rows.add(
          List.of(
              List.of(new Words(time(each.at()))),
              each.what(),
              List.of(new Recorded(each.where()))));
    }
    blocks.add(section("Timeline (" + Times.name(zone) + ")"));
    blocks.add(new Table(List.of("When", "What", "Recorded in"), rows));
  }

  private String time(Optional<Instant> at) {
    return at.map(instant -> SECOND.format(instant.atZone(zone))).orElse("no time");
  }

  private static void patch(List<DigestBlock> blocks, Examination examined) {
    PatchRow patch = examined.patch();
    blocks.add(section("The patch"));
    blocks.add(new Paragraph(sentence(examined)));
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    row(rows, "Patch", patch.id());
    row(rows, "Guards, oldest first", String.join(", ", patch.guards()));
    row(rows, "Recorded state", patch.recordedState());
    row(rows, "Effective state", patch.effectiveState().word() + ": " + patch.effectiveReason());
    row(rows, "Signature", examined.trust().signature().word() + ": " + examined.trust().reason());
    row(rows, "File", patch.filePlace().map(Happening::where).orElse("none"));
    row(rows, "Unpatched code from", examined.original().word());
    examined
        .fix()
        .ifPresent(fix ->
            row(rows, "Suggested fix", fix.label().word() + ": " + Redaction.masked(fix.reason())));
    blocks.add(new Table(List.of("Fact", "Value"), rows));
    List<String> warnings = new ArrayList<>(examined.explanation().warnings());
    examined.trust().warnings().stream().map(TrustWarning::sentence).forEach(warnings::add);
    if (!warnings.isEmpty()) {
      blocks.add(new Bullets(warnings.stream().map(PostMortem::quoted).toList()));
    }
  }

  /// Names stand in backquotes in our own sentences.
  private static List<DigestSpan> quoted(String sentence) {
    List<DigestSpan> spans = new ArrayList<>();
    boolean code = false;
    for (String part : Redaction.masked(sentence).split("`", -1)) {
      if (!part.isEmpty()) {
        spans.add(code ? new Recorded(part) : new Words(part));
      }
      code = !code;
    }
    return spans;
  }

  private static List<DigestSpan> sentence(Examination examined) {
    List<DigestSpan> spans = new ArrayList<>();
    for (Phrase phrase : examined.explanation().sentence()) {
      String text = Redaction.masked(phrase.text());
      spans.add(phrase.code() ? new Recorded(text) : new Words(text));
    }
    return spans;
  }
}
