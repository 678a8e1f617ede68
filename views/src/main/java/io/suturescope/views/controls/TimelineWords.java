package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/// A timeline in words: what hovers show and screen readers say.
final class TimelineWords {

  private TimelineWords() {}

  static String summary(TimelineState state) {
    TimeRange range = state.timeline().range();
    return Words.of(
        "timeline.summary",
        Words.number(state.timeline().total().total()),
        Times.shortly(state.time(), range.start()),
        Times.shortly(state.time(), range.end()),
        counts(state.timeline().total()));
  }

  /// What is under the pointer: a mark of a lane, or the bucket of that time.
  static String at(TimelineState state, TimelineLayout layout, double x, double y) {
    int lane = (int) Math.floor((y - layout.lanesTop()) / layout.laneHeight());
    if (lane >= 0 && lane < layout.lanes().size()) {
      StringJoiner marks = new StringJoiner("\n");
      for (LaneMark mark : layout.lanes().get(lane).marks()) {
        if (Math.abs(layout.scale().x(mark.at()) - x) <= layout.em() / 2) {
          String when = Times.shortly(state.time(), mark.at());
          marks.add(when + "  " + VisibleText.line(mark.text()));
        }
      }
      return marks.length() > 0 ? marks.toString() : layout.lanes().get(lane).name();
    }
    Instant time = layout.scale().at(x);
    List<Bucket> buckets = state.timeline().buckets();
    int index = indexAt(buckets, time);
    if (index < 0) {
      return Times.shortly(state.time(), time);
    }
    Bucket bucket = buckets.get(index);
    Instant end =
        index + 1 < buckets.size()
            ? buckets.get(index + 1).start()
            : state.timeline().range().end();
    return Words.of(
        "timeline.bucket",
        Times.shortly(state.time(), bucket.start()),
        Times.shortly(state.time(), end),
        counts(bucket.counts()));
  }

  /// The last bucket that starts at or before a time; -1 when there is none.
  private static int indexAt(List<Bucket> buckets, Instant time) {
    int low = 0;
    int high = buckets.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      if (buckets.get(mid).start().isAfter(time)) {
        high = mid - 1;
      } else {
        low = mid + 1;
      }
    }
    return high;
  }

  static String counts(SeverityCounts counts) {
    if (counts.total() == 0) {
      return Words.of("timeline.none");
    }
    StringJoiner words = new StringJoiner(", ");
    for (Severity severity : Severity.values()) {
      if (counts.of(severity) > 0) {
        words.add(Words.number(counts.of(severity)) + " " + SeverityBadge.name(severity));
      }
    }
    return words.toString();
  }
}
