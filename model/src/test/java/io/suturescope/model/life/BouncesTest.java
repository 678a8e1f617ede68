package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BouncesTest {

  private static final Duration DAY = Duration.ofHours(24);

  private static Bounces at(List<Duration> times) {
    List<Transition> steps = new ArrayList<>(Lives.path("detected", "patched", "suggested"));
    for (Duration time : times) {
      Instant at = Lives.START.plus(time);
      steps.add(Lives.step("suggested", "patched", at));
      steps.add(Lives.step("patched", "suggested", at));
    }
    return Bounces.of(Lives.entry("g", steps));
  }

  @Test
  void theFirstPatchIsNoBounce() {
    assertThat(at(List.of())).isEqualTo(new Bounces(0, List.of()));
  }

  @Test
  void fourInADayAreCountedAndFiveAreAnAlarm() {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      times.add(Duration.ofHours(6L * i));
    }
    assertThat(at(times).total()).isEqualTo(4);
    assertThat(at(times).isAlarm()).isFalse();
    times.add(DAY);
    assertThat(at(times).isAlarm()).as("exactly 24 hours from first to last").isTrue();
    assertThat(at(times).span()).isEqualTo(Optional.of(DAY));
    times.set(4, DAY.plusMillis(1));
    assertThat(at(times).isAlarm()).as("more than 24 hours").isFalse();
    assertThat(at(times).total()).isEqualTo(5);
  }

  @Test
  void undatedOnesCountButNeverAlarm() {
    List<Transition> steps = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      steps.add(new Transition("suggested", "patched", Optional.empty(), ""));
    }
    Bounces bounces = Bounces.of(Lives.entry("g", steps));
    assertThat(bounces.total()).isEqualTo(9);
    assertThat(bounces.worstDay()).isEmpty();
    assertThat(bounces.span()).isEmpty();
  }

  @Property(tries = 300)
  void theWorstDayIsTheOneFoundByTryingAll(
      @ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> hours) {
    List<Duration> times = hours.stream().map(h -> Duration.ofHours(h)).toList();
    long most = 0;
    for (Duration from : times) {
      most =
          Math.max(
              most,
              times.stream()
                  .filter(t -> t.compareTo(from) >= 0 && t.compareTo(from.plus(DAY)) <= 0)
                  .count());
    }
    assertThat(at(times).worstDay()).hasSize((int) most);
  }
}
