package io.suturescope.views.controls;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Buckets as bars on whole pixels, those that share a pixel added up.
final class Columns {

  private static final double GAP_FROM = 4;

  private Columns() {}

  static List<TimelinePainter.Column> of(List<Bucket> buckets, TimeRange range, TimeScale scale) {
    List<TimelinePainter.Column> columns = new ArrayList<>();
    SeverityCounts counts = SeverityCounts.NONE;
    double from = Double.NaN;
    for (int i = 0; i < buckets.size(); i++) {
      Instant end = i + 1 < buckets.size() ? buckets.get(i + 1).start() : range.end();
      double left = Math.rint(inside(scale, scale.x(buckets.get(i).start())));
      double right = Math.rint(inside(scale, scale.x(end)));
      counts = counts.plus(buckets.get(i).counts());
      if (Double.isNaN(from)) {
        from = left;
      }
      if (right - from >= 1 || i == buckets.size() - 1) {
        double width = Math.max(1, right - from);
        columns.add(
            new TimelinePainter.Column(from, width >= GAP_FROM ? width - 1 : width, counts));
        counts = SeverityCounts.NONE;
        from = Double.NaN;
      }
    }
    return columns;
  }

  private static double inside(TimeScale scale, double x) {
    return Math.clamp(x, scale.left(), scale.left() + scale.width());
  }
}
