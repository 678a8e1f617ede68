package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.frame.FrameState.Range;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryBarTest {

  private static IncidentQuery query(String text) {
    return ((QueryParse.Understood) IncidentQuery.parse(text)).query();
  }

  @Test
  void aRangeButtonIsASinceInTheQuery() {
    QueryBar bar = new QueryBar();
    bar.set(query("severity:high until:2026-11-01"));
    assertThat(bar.range()).isEqualTo(Range.CUSTOM);
    IncidentQuery ranged = bar.ranged(Range.D7);
    assertThat(ranged.text()).isEqualTo("severity:high since:7d");
    bar.set(ranged);
    assertThat(bar.range()).isEqualTo(Range.D7);
    bar.set(query("since:48h"));
    assertThat(bar.range()).isEqualTo(Range.D2);
    bar.set(bar.ranged(Range.ALL));
    assertThat(bar.query()).isEqualTo(IncidentQuery.ALL);
  }

  @Test
  void theQueryBeforeCanBeHadBack() {
    QueryBar bar = new QueryBar();
    assertThat(bar.back()).isFalse();
    bar.set(query("fn:a"));
    bar.set(query("fn:b"));
    assertThat(bar.set(query("fn:b"))).isFalse();
    assertThat(bar.back()).isTrue();
    assertThat(bar.query().text()).isEqualTo("fn:a");
  }

  @Test
  void aBrushIsTwoExactMomentsInTheQuery() {
    TimeRange range =
        new TimeRange(Instant.parse("2026-11-20T03:00:00Z"), Instant.parse("2026-11-20T04:00:00Z"));
    IncidentQuery brushed = TimelineWindow.limited(query("fn:a since:2d"), range);
    assertThat(brushed.text())
        .isEqualTo("fn:a since:2026-11-20T03:00:00Z until:2026-11-20T04:00:00Z");
    assertThat(new TimelineWindow().brush(brushed)).isEqualTo(Optional.of(range));
    assertThat(new TimelineWindow().brush(query(brushed.text()))).isEqualTo(Optional.of(range));
    assertThat(TimelineWindow.unlimited(brushed).text()).isEqualTo("fn:a");
  }
}
