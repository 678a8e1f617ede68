package io.suturescope.app.cli;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Reading;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `suturescope timeline`: crashes by hour or day and severity.
@Command(
    name = "timeline",
    header = "Count crashes by hour or day and severity.",
    description = {
      "Hours or days without a crash are included, verification copies are folded. Covers the time from the first to the last crash that matches, or what"
          + " since: and until: say."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope timeline since:2d",
      "  suturescope timeline --bucket day --zone Europe/Vienna severity:>=high",
      "  suturescope timeline since:2026-11-01 until:2026-11-30 --bucket day --json"
    })
final class TimelineCommand implements Callable<Integer> {

  static final long MOST_BUCKETS = 1_000_000;

  /// As many as the store takes at once.
  private static final int AT_ONCE = 100_000;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final QueryArgument argument = new QueryArgument();

  @Option(
      names = "--bucket",
      paramLabel = "hour|day",
      description = "How long a bucket is, in the time zone of --zone (default: hour).")
  private BucketSize bucket = BucketSize.HOUR;

  private final Console console;
  private final CommonOptions options;

  TimelineCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    IncidentQuery query = argument.query(spec.commandLine());
    return new Workspace(console, options).reading(store -> print(store, query));
  }

  private int print(IncidentStore store, IncidentQuery query) throws Exception {
    Reading reading = store.reading();
    Optional<TimeRange> range = TimelineRange.of(query, reading.extent(query), options.clock());
    long count = range.map(r -> bucket.count(r.start(), r.end())).orElse(0L);
    if (count > MOST_BUCKETS) {
      console.say(
          "From %s to %s there would be %,d buckets, more than %,d: narrow it with since: and until:, or use --bucket day."
              .formatted(range.get().start(), range.get().end(), count, MOST_BUCKETS));
      return ExitCode.USAGE;
    }
    SeverityTimeline timeline = count(reading, query, range);
    TimelineText text = new TimelineText(bucket, options.zone());
    if (options.json()) {
      text.json(timeline, console.out());
    } else {
      text.bars(timeline, console.out());
    }
    return ExitCode.DONE;
  }

  private SeverityTimeline count(Reading reading, IncidentQuery query, Optional<TimeRange> range) {
    List<Instant> edges =
        range.map(r -> bucket.edges(r.start(), r.end(), options.zone())).orElseGet(List::of);
    if (edges.isEmpty()) {
      TimeRange nothing = new TimeRange(Instant.EPOCH, Instant.EPOCH);
      return new SeverityTimeline(nothing, List.of(), 0);
    }
    List<Bucket> buckets = new ArrayList<>(edges.size());
    long undated = 0;
    for (int from = 0; from < edges.size() - 1; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, edges.size() - 1);
      TimeRange part = new TimeRange(edges.get(from), edges.get(to));
      SeverityTimeline counted = reading.timeline(query, part, edges.subList(from, to));
      buckets.addAll(counted.buckets());
      undated = counted.undated();
    }
    TimeRange whole = new TimeRange(edges.getFirst(), edges.getLast());
    return new SeverityTimeline(whole, buckets, undated);
  }
}
