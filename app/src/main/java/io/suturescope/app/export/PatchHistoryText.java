package io.suturescope.app.export;

import io.suturescope.app.store.PatchRow;
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
import io.suturescope.model.life.PatchHistory;
import io.suturescope.model.origin.Place;
import io.suturescope.model.redaction.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The life of a patch as a Markdown table, for a ticket: every transition with the file that it
/// stands in. Reasons are masked.
public final class PatchHistoryText {

  private final PatchRow row;
  private final Instant now;
  private final ZoneId zone;

  private PatchHistoryText(PatchRow row, Instant now, ZoneId zone) {
    this.row = row;
    this.now = now;
    this.zone = zone;
  }

  /// @param zone of the times, which the text names
  public static String markdown(PatchRow row, Instant now, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    try {
      List<DigestBlock> blocks = new PatchHistoryText(row, now, zone).blocks();
      new DigestMarkdown().write(new DigestPage(blocks, List.of()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<DigestBlock> blocks() {
    PatchHistory history = PatchHistory.of(row.entries());
    List<DigestBlock> blocks = new ArrayList<>();
    blocks.add(new Heading(2, List.of(new Words("History of "), new Recorded(row.id()))));
    blocks.add(
        new Paragraph(
            List.of(
                new Words("Source "),
                new Recorded(row.source().identity().displayName()),
                new Words(
                    ", as of "
                        + Times.readable(now, zone)
                        + " "
                        + Times.name(zone)
                        + ": "
                        + row.effectiveState().word()
                        + ". "),
                new Recorded(row.effectiveReason()))));
    if (history.steps().isEmpty()) {
      blocks.add(
          new Paragraph(List.of(new Words("No lifecycle entry records a step of this patch."))));
      return blocks;
    }
    List<PatchRow.Layer> layers =
        row.layers().stream().filter(layer -> layer.lifecycle().isPresent()).toList();
    blocks.add(
        new Table(
            List.of(
                "When (" + Times.name(zone) + ")",
                "From",
                "To",
                "Guard",
                "After",
                "Judged",
                "Reason",
                "Recorded in"),
            history.steps().stream().map(step -> step(step, layers)).toList()));
    blocks.add(new Bullets(history.stays().stream().map(this::stay).toList()));
    return blocks;
  }

  private List<List<DigestSpan>> step(PatchHistory.Step step, List<PatchRow.Layer> layers) {
    String gap = step.continues() ? "" : ", after a gap in its record";
    return List.of(
        words(time(step.at())),
        recorded(step.recorded().from()),
        recorded(step.recorded().to()),
        recorded(step.guard()),
        words(step.dwell().map(Times::dwell).orElse("")),
        words(step.kind().word() + gap),
        recorded(Redaction.masked(step.reason())),
        recorded(layers.get(step.layer()).place().map(PatchHistoryText::place).orElse("")));
  }

  private List<DigestSpan> stay(PatchHistory.Stay stay) {
    String since = stay.since().map(at -> ", since " + time(Optional.of(at))).orElse("");
    String dwell = stay.dwell(now).map(lasted -> " (" + Times.dwell(lasted) + ")").orElse("");
    return List.of(
        new Recorded(stay.guard()),
        new Words(" stands at "),
        new Recorded(stay.recorded()),
        new Words(since + dwell));
  }

  private String time(Optional<Instant> at) {
    return at.map(instant -> Times.readable(instant, zone)).orElse("no time");
  }

  private static String place(Place place) {
    return place.line() > 0 ? place.file() + ":" + place.line() : place.file();
  }

  private static List<DigestSpan> words(String text) {
    return List.of(new Words(text));
  }

  private static List<DigestSpan> recorded(String text) {
    return List.of(new Recorded(text));
  }
}
