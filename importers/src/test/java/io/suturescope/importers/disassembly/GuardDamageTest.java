package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.guard.GuardQuestion;
import io.suturescope.model.guard.Reconstruction;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Guards in code and metadata that do not agree, or that somebody damaged.
class GuardDamageTest {
  private static GuardExplanation explain(GuardCase one, Listing code, String type, String value) {
    return GuardExplanation.of(
        new GuardQuestion(
            type, "elsewhere", value, "m", "f", "", Optional.of(code), Optional.empty()));
  }

  private static GuardCase named(String python, String name) {
    return GuardCase.all().stream()
        .filter(one -> one.python().equals(python) && one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSentenceSaysWhatTheBytecodeDoesWhereTheMetadataSayOtherwise() {
    GuardCase tier = named("3.11", "shop-py311-plain~shop.pricing.tier");
    GuardExplanation explanation = explain(tier, tier.patched(), "index_guard", "99");
    assertThat(explanation.text())
        .startsWith("If `index` is `len(wanted)` or more, `f` now returns `0`");
    assertThat(explanation.warnings())
        .contains(
            "The metadata name the default `99`; the bytecode uses `0`.",
            "The metadata name `elsewhere`; the bytecode tests `index`, `wanted`.");
    assertThat(explain(tier, tier.patched(), "file_guard", "0").warnings())
        .anyMatch(warning -> warning.contains("call the guard `file_guard`"));
  }

  @Test
  void codeWithoutGuardIsNotReconstructedAndSaidToHoldNone() {
    GuardCase tier = named("3.11", "shop-py311-plain~shop.pricing.tier");
    assertThat(Reconstruction.of(tier.original().root(), "index_guard")).isEmpty();
    assertThat(explain(tier, tier.original(), "index_guard", "0").warnings())
        .anyMatch(warning -> warning.contains("rests on the metadata alone"));
  }

  @Test
  void aReconstructedOriginalReadsTheSameFromItsOwnBytes() {
    for (GuardCase one : GuardCase.all()) {
      Reconstruction.of(one.patched().root(), one.recorded())
          .ifPresent(made -> {
            Listing again = Disassembler.disassemble(made.original().code(), one.python());
            assertThat(again.root().instructions())
                .as(one.name())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                    "line", "position", "operand")
                .isEqualTo(made.original().instructions());
          });
    }
  }

  @Test
  void noDamageMakesAnExceptionLeave() {
    Random random = new Random(1);
    for (GuardCase one : GuardCase.all()) {
      for (int round = 0; round < 30; round++) {
        PyCode damaged = damaged(one.patched().root().code(), random);
        Listing listing = Disassembler.disassemble(damaged, one.python());
        assertThat(Reconstruction.of(listing.root(), one.recorded())).isNotNull();
        assertThat(explain(one, listing, one.recorded(), "{\"").text()).isNotEmpty();
      }
    }
  }

  private static PyCode damaged(PyCode code, Random random) {
    byte[] bytes = code.code().toArray();
    for (int hit = 0; hit < 3; hit++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length / 2) * 2 : bytes.length;
    return new PyCode(
        code.shape(),
        Bytes.copyOf(bytes, 0, end),
        code.constants(),
        random.nextInt(4) == 0 ? List.of() : code.names(),
        code.locals(),
        code.origin(),
        code.linetable(),
        code.exceptiontable());
  }
}
