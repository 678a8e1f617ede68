package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.Corpus;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.diff.Change;
import io.suturescope.model.guard.Reconstruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void everyPatchOfTheCorpusIsAmongTheCases() throws IOException {
    Set<String> known = new HashSet<>();
    GuardCase.files()
        .forEach((path, bytes) -> {
          if (path.endsWith(".code")) {
            known.add(HexFormat.of().formatHex(bytes));
          }
        });
    try (Stream<Path> files = Files.walk(Corpus.orSkip().file("stores"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".code")).sorted().toList()) {
        if (!file.toString().endsWith(".orig.code")) {
          assertThat(known)
              .as(file.toString())
              .contains(HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13", "3.14", "3.13-nodebugranges"})
  void whatCompilersWriteHoldsNoGuard(String name) {
    int looked = 0;
    for (byte[] bytes : GuardCase.here().zipped("py" + name + ".zip", ".marshal").values()) {
      for (CodeListing code : GuardCase.listing(bytes, name.substring(0, 4)).codes()) {
        assertThat(Reconstruction.of(code, "")).as(code.code().qualname()).isEmpty();
        looked++;
      }
    }
    assertThat(looked).isPositive();
  }

  @Test
  void aReconstructedOriginalDiffersFromThePatchAsTheTrueOneDoes() {
    for (GuardCase one : GuardCase.all()) {
      Reconstruction made = Reconstruction.of(one.patched().root(), one.recorded()).orElseThrow();
      CodeDiff.Pair here =
          CodeDiff.between(made.within(one.patched()), one.patched()).pairs().getFirst();
      CodeDiff.Pair truly = CodeDiff.between(one.original(), one.patched()).pairs().getFirst();
      for (Change change : Change.values()) {
        assertThat(here.count(change)).as(one.name()).isEqualTo(truly.count(change));
      }
      assertThat(added(here.constants())).as(one.name()).isEqualTo(added(truly.constants()));
      assertThat(added(here.names())).as(one.name()).isEqualTo(added(truly.names()));
      assertThat(added(here.exceptionTable())).as(one.name()).isEmpty();
    }
  }

  private static Set<String> added(List<CodeDiff.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.change() != Change.SAME)
        .map(CodeDiff.Entry::right)
        .collect(Collectors.toSet());
  }
}
