package io.suturescope.model.timeline;

import java.util.List;

/// Crashes over time by severity, empty buckets included.
///
/// @param range what the buckets cover
/// @param undated crashes of the same selection without a usable time; they stand in no bucket
public record SeverityTimeline(TimeRange range, List<Bucket> buckets, long undated) {

  public SeverityTimeline {
    buckets = List.copyOf(buckets);
  }

  public long highest() {
    return buckets.stream().mapToLong(b -> b.counts().total()).max().orElse(0);
  }

  public SeverityCounts total() {
    return buckets.stream().map(Bucket::counts).reduce(SeverityCounts.NONE, SeverityCounts::plus);
  }
}
