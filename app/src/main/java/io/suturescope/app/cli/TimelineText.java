package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// The two forms of `timeline` (cli.md).
final class TimelineText {

  private static final int BAR = 40;
  private static final int FOLDED = 3;

  private final BucketSize size;
  private final ZoneId zone;

  TimelineText(BucketSize size, ZoneId zone) {
    this.size = size;
    this.zone = zone;
  }

  void json(SeverityTimeline timeline, Writer out) throws IOException {
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      json.writeStringProperty("bucket", size.word());
      json.writeStringProperty("zone", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
      json.writeArrayPropertyStart("buckets");
      for (Bucket bucket : timeline.buckets()) {
        json.writeStartObject();
        json.writeStringProperty("start", bucket.start().toString());
        for (Severity severity : Severity.values()) {
          String name = severity == Severity.UNKNOWN ? "unknown" : severity.name();
          json.writeNumberProperty(name, bucket.counts().of(severity));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberProperty("undated", timeline.undated());
      json.writeEndObject();
    }
    out.write('\n');
  }

  /// A bar a bucket; longer stretches without a crash are one line.
  void bars(SeverityTimeline timeline, Writer out) throws IOException {
    long highest = Math.max(1, timeline.highest());
    List<Bucket> buckets = timeline.buckets();
    for (int i = 0; i < buckets.size(); ) {
      int quiet = quiet(buckets, i);
      if (quiet >= FOLDED) {
        out.write("    " + quiet + " " + size.word() + "s without a crash\n");
        i += quiet;
      } else {
        out.write(line(buckets.get(i), highest) + "\n");
        i++;
      }
    }
    if (timeline.undated() > 0) {
      out.write(timeline.undated() + " without a usable time stand in no bucket\n");
    }
  }

  private static int quiet(List<Bucket> buckets, int from) {
    int to = from;
    while (to < buckets.size() && buckets.get(to).counts().total() == 0) {
      to++;
    }
    return to - from;
  }

  private String line(Bucket bucket, long highest) {
    SeverityCounts counts = bucket.counts();
    String pattern = size == BucketSize.DAY ? "uuuu-MM-dd" : "uuuu-MM-dd HH:mm xxx";
    String start =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(bucket.start().atZone(zone));
    long length = counts.total() == 0 ? 0 : Math.max(1, counts.total() * BAR / highest);
    StringBuilder line = new StringBuilder(start).append("  ");
    line.append(CellWidth.pad("█".repeat((int) length), BAR)).append("  ").append(counts.total());
    for (Severity severity : Severity.values()) {
      if (counts.of(severity) > 0) {
        line.append("  ").append(severity.letter()).append(' ').append(counts.of(severity));
      }
    }
    return line.toString();
  }
}
