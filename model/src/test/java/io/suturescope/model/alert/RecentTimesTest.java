package io.suturescope.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecentTimesTest {

  @Property
  void countsWhatAPlainListWouldCount(
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 30) Integer> steps,
      @ForAll @IntRange(min = 1, max = 40) int most,
      @ForAll @IntRange(min = 1, max = 100) int window) {
    RecentTimes times = new RecentTimes();
    List<Long> all = new ArrayList<>();
    long now = 0;
    for (int step : steps) {
      now += step;
      all.add(now);
      long moment = now;
      long inside = all.stream().filter(time -> moment - time < window).count();
      assertThat(times.add(now, most, window)).isEqualTo((int) Math.min(most, inside));
    }
  }
}
