package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.guard.Reconstruction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Originals made by taking guards out, against those that the compiler made.
class ReconstructionTest {
  private static final class Rate {
    int equal;
    int declined;
    int wrong;
  }

  @Test
  void everyReconstructedOriginalIsTheOneThatTheCompilerMade() {
    Map<String, Rate> rates = new TreeMap<>();
    for (GuardCase one : GuardCase.all()) {
      Rate rate = rates.computeIfAbsent(one.guard() + " " + one.python(), _ -> new Rate());
      Optional<Reconstruction> made = Reconstruction.of(one.patched().root(), one.recorded());
      if (made.isEmpty()) {
        rate.declined++;
        System.out.println("declined: " + one.python() + " " + one.guard() + " " + one.name());
      } else if (NormalCode.of(made.get().original())
          .equals(NormalCode.of(one.original().root()))) {
        rate.equal++;
      } else {
        rate.wrong++;
        System.out.println("wrong: " + one.python() + " " + one.guard() + " " + one.name());
      }
    }
    rates.forEach((kind, rate) ->
        System.out.printf(
            "%-28s equal %2d, declined %d, wrong %d%n",
            kind, rate.equal, rate.declined, rate.wrong));
    assertThat(rates.values()).isNotEmpty().allMatch(rate -> rate.wrong == 0);
  }
}
