package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.source.SourceTree;
import io.suturescope.importers.source.UnpackLimits;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.ImportProblem.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives from strangers: nothing gets out of the temporary folder, and the good records stay.
class ArchivesTest {

  @TempDir Path temporary;

  private Recorded read(String archive) {
    return Drop.on(Fixtures.file(archive));
  }

  private static void assertGoodRecords(Recorded got) {
    assertThat(got.patches).isNotEmpty();
    assertThat(got.incidents).hasSize(2);
    assertThat(got.lifecycle).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip-dotdot.zip", "zip-absolute.zip", "zip-backslash.zip"})
  void namesThatLeaveTheArchiveAreRefused(String archive) {
    Recorded got = read(archive);
    assertGoodRecords(got);
    assertThat(got.of(Weight.PROBLEM))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.reason()).startsWith("entry refused: "));
  }

  @Test
  void caseTwinsAreBothReadWithAWarning() {
    Recorded got = read("zip-case-twins.zip");
    assertGoodRecords(got);
    assertThat(got.patches).extracting(p -> p.baseName()).contains("m.Total", "m.total");
    assertThat(got.reasons()).anyMatch(reason -> reason.contains("letter case"));
  }

  @Test
  void anEntryThatIsFileAndFolderIsReadWithAWarning() {
    Recorded got = read("zip-nested-dir-as-file.zip");
    assertGoodRecords(got);
    assertThat(got.of(Weight.PROBLEM)).isEmpty();
    assertThat(got.reasons()).anyMatch(reason -> reason.contains("both a file and a folder"));
  }

  @Test
  void aBombIsStoppedAtTheLimit() {
    assertThat(read("zip-bomb-60mb.zip").of(Weight.PROBLEM))
        .extracting(ImportProblem::reason)
        .anyMatch(reason -> reason.startsWith("stopped at the limit"));
  }

  @Test
  void aCutArchiveIsRefused() {
    assertThat(Drop.refusal(Fixtures.file("zip-cut.zip"))).contains("damaged or cut short");
  }

  @Test
  void everyCutOfAnArchiveIsReadOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file("file-system.tar.gz"));
    Path cut = temporary.resolve("cut.tar.gz");
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThat(Drop.all(cut, Map.of())).as("cut at %d", length).isEmpty();
    }
  }

  @Test
  void strangeFileKindsAndNamesInATarAreDataOrWarnings() {
    Recorded got = read("file-system.tar.gz");
    assertGoodRecords(got);
    assertThat(got.patches).hasSizeGreaterThan(15);
    assertThat(got.patches)
        .extracting(p -> p.baseName())
        .contains("..%2f..%2fetc%2fpasswd", "two\nlines", "m\\f", "m:f", "")
        .doesNotContain("shop.cart.linked", "shop.cart.abs", "fifo", "shop.cart.unreadable");
    assertThat(got.of(Weight.PROBLEM)).isEmpty();
    assertThat(got.reasons().stream().filter(r -> r.startsWith("symbolic link"))).hasSize(6);
    assertThat(got.reasons())
        .anyMatch(r -> r.contains("pipe"))
        .anyMatch(r -> r.contains("folder named like"))
        .anyMatch(r -> r.contains("mode 000"));
  }

  @Test
  void theTemporaryFolderIsGoneAfterClosing() throws IOException {
    ProjectFinder.Found found =
        ProjectFinder.find(Fixtures.file("zip-dotdot.zip"), temporary, UnpackLimits.USUAL);
    try (Stream<Path> during = Files.walk(temporary)) {
      assertThat(during.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("f\\d+"));
    }
    ((ProjectFinder.Found.Sources) found).sources().forEach(source -> source.tree().close());
    try (Stream<Path> after = Files.list(temporary)) {
      assertThat(after).isEmpty();
    }
  }

  @Test
  void anArchiveWithTooManyEntriesIsRefused() throws IOException {
    SourceTree.Opened opened =
        SourceTree.open(
            Fixtures.file("zip-dotdot.zip"), temporary, new UnpackLimits(3, 1 << 20, 200, 1 << 20));
    assertThat(opened).isInstanceOf(SourceTree.Opened.Refused.class);
    try (Stream<Path> after = Files.list(temporary)) {
      assertThat(after).isEmpty();
    }
  }

  @Test
  void aTenMegabyteLineIsARecordLikeAnyOther() {
    Recorded got = Drop.on(Drop.corpus().resolve("hostile/L/ten-megabyte-line.zip"));
    assertThat(got.incidents).hasSize(5);
    assertThat(got.of(Weight.PROBLEM)).isEmpty();
  }

  @Test
  void everyFuzzedFileOfTheCorpusEndsInRecordsOrProblems() throws IOException {
    Path hostile = Drop.corpus().resolve("hostile");
    Map<String, String> places =
        Map.of(
            "C/fuzz.zip", ".codesuture_incidents/lifecycle.json",
            "J/fuzz.zip", ".codesuture_store/shop.cart.price.json",
            "L/fuzz.zip", ".codesuture_incidents/incidents_2026-11-19.jsonl",
            "M/fuzz.zip", ".codesuture_store/shop.cart.price.code",
            "M/truncated-at-every-byte.zip", ".codesuture_store/shop.cart.price.code");
    for (Map.Entry<String, String> place : places.entrySet()) {
      Path fuzzed = temporary.resolve(place.getKey());
      Drop.unzip(hostile.resolve(place.getKey()), fuzzed);
      Path project = temporary.resolve("p-" + place.getKey().replace('/', '-'));
      Path target = project.resolve(place.getValue());
      Files.createDirectories(target.getParent());
      List<Path> files;
      try (Stream<Path> all = Files.walk(fuzzed)) {
        files = all.filter(Files::isRegularFile).toList();
      }
      assertThat(files).hasSizeGreaterThan(100);
      for (Path file : files) {
        Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Recorded got = Drop.on(project);
        assertThat(got.lines.accepted()).isEqualTo(got.incidents.size());
        assertThat(got.everything).as(file.toString()).isNotEmpty();
      }
    }
  }
}
