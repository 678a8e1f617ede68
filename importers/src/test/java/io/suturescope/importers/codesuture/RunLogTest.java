package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.ImportSink;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `codesuture run` printed becomes verdicts, whatever values stand in it.
class RunLogTest {

  private static final String SHADOW = "[CodeSuture SHADOW] ";

  @TempDir Path folder;

  private Recorded read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Recorded read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("printed.txt"), bytes);
    return Drop.on(file);
  }

  private Verdict only(String text) throws IOException {
    Recorded got = read(text + "\n");
    assertThat(got.problems).isEmpty();
    assertThat(got.verdicts).hasSize(1);
    return got.verdicts.getFirst();
  }

  private static Map<String, Long> counts(Recorded got) {
    Map<String, Long> counts = new HashMap<>();
    got.verdicts.forEach(v -> counts.merge(v.kind().word(), v.count(), Long::sum));
    return counts;
  }

  @Test
  void realLogsGiveExactlyWhatTheyPrinted() {
    Recorded on311 = Drop.on(Fixtures.file("run-logs/shop-py311-shadow-rewind.log"));
    Recorded on312 = Drop.on(Fixtures.file("run-logs/shop-py312-shadow-rewind.log"));
    Recorded on313 = Drop.on(Fixtures.file("run-logs/shop-py313-shadow-rewind.log"));
    assertThat(counts(on311))
        .isEqualTo(Map.of("justified", 23L, "unnecessary", 2L, "divergent", 2L, "not_run", 2L));
    assertThat(counts(on312))
        .isEqualTo(Map.of("justified", 15L, "unnecessary", 1L, "divergent", 1L, "not_run", 1L));
    assertThat(counts(on313))
        .isEqualTo(Map.of("justified", 13L, "unnecessary", 1L, "divergent", 1L, "not_run", 1L));
    assertThat(on311.problems).isEmpty();
    assertThat(on311.verdicts)
        .contains(
            Verdict.printed(
                VerdictKind.DIVERGENT,
                "shipping",
                Optional.of("/srv/shop/shop/models.py"),
                Optional.of(new Returned.Both("None", "''"))));
    assertThat(on311.places.getFirst().line()).isEqualTo(168);
    assertThat(on311.marks.values()).extracting(FileMark::kind).containsExactly(FileKind.RUN_LOG);
  }

  @Test
  void theLineBeforeAJustifiedVerdictTellsItsFile() throws IOException {
    Recorded got =
        read(
            "[CodeSuture] Shadow warning: shallow copy used — nested mutations may affect verdict"
                + " for C:\\app\\a.py:tier\n"
                + SHADOW
                + "🟢 Verified patch for tier!\n");
    assertThat(got.verdicts)
        .containsExactly(
            Verdict.printed(
                VerdictKind.JUSTIFIED, "tier", Optional.of("C:\\app\\a.py"), Optional.empty()));
  }

  @Test
  void equalVerdictsInARowAreOneWithACount() throws IOException {
    Recorded got =
        read(
            (SHADOW + "🟢 Verified patch for f!\n" + SHADOW + "🟢 Verified patch for g!\n")
                .repeat(3));
    assertThat(got.verdicts).extracting(Verdict::count).containsExactly(3L, 3L);
    assertThat(got.places).extracting(place -> place.line()).containsExactly(1L, 2L);
  }

  @Test
  void aValueThatHoldsTheWordsBetweenIsKeptWhole() throws IOException {
    assertThat(
            only(
                SHADOW
                    + "⚠ a.py:f: original returned 'x, patched returned y', patched returned 1. Results diverge."))
        .extracting(Verdict::returned)
        .isEqualTo(
            Optional.of(new Returned.Unsplit("'x, patched returned y', patched returned 1")));
  }

  @Test
  void aValueMayHoldTheWordsAtTheEnd() throws IOException {
    assertThat(
            only(
                SHADOW
                    + "⚠ a.py:f: original returned '. Results diverge.', patched returned ''. Results diverge."))
        .extracting(Verdict::returned)
        .isEqualTo(Optional.of(new Returned.Both("'. Results diverge.'", "''")));
  }

  @Test
  void aValueMayGoOverSeveralLines() throws IOException {
    Verdict verdict =
        only(
            SHADOW
                + "⚠ a.py:f: original returned <Box\n  of 2>, patched returned None. Results diverge.");
    assertThat(verdict.returned()).contains(new Returned.Both("<Box\n  of 2>", "None"));
  }

  @Test
  void aTornVerdictIsToldAndNotCounted() throws IOException {
    Recorded got =
        read(SHADOW + "⚠ a.py:f: original returned <Box\n" + SHADOW + "🟢 Verified patch for g!\n");
    assertThat(got.reasons()).containsExactly("a divergent verdict without its end");
    assertThat(got.verdicts).extracting(Verdict::function).containsExactly("g");
  }

  @Test
  void consolesThatCannotWriteTheSignsAreUnderstood() throws IOException {
    assertThat(only(SHADOW + "\\U0001f7e2 Verified patch for f!").kind())
        .isEqualTo(VerdictKind.JUSTIFIED);
    assertThat(only(SHADOW + "? a.py:f: original code succeeded with same result - x").kind())
        .isEqualTo(VerdictKind.UNNECESSARY);
  }

  @Test
  void aTimeThatACollectorPutBeforeTheLineIsTheTimeOfTheVerdict() throws IOException {
    assertThat(only("2026-11-20T12:00:01.5Z " + SHADOW + "🟢 Verified patch for f!").time())
        .contains(Instant.parse("2026-11-20T12:00:01.500Z"));
    assertThat(only("2026-11-20 12:00:01 " + SHADOW + "🟢 Verified patch for f!").time()).isEmpty();
  }

  @Test
  void wordsOfTheProgramAreNoVerdict() throws IOException {
    Recorded got =
        read("[CodeSuture] Patch applied to f().\nprint: " + SHADOW + "🟢 Verified patch for f!\n");
    assertThat(got.verdicts).isEmpty();
    assertThat(got.reasons())
        .containsExactly("a verdict stands in the middle of a line and is not counted");
  }

  @Test
  void hugeLinesAreBounded() throws IOException {
    Recorded got =
        read(
            SHADOW
                + "⚠ a.py:f: original returned "
                + "x".repeat(5_000_000)
                + ", patched returned 1. Results diverge.\n"
                + SHADOW
                + "🟢 Verified patch for g!\n");
    assertThat(got.verdicts).extracting(Verdict::function).containsExactly("g");
    assertThat(got.reasons()).containsExactly("a line of the run is longer than 65536 bytes");
  }

  @Test
  void manyColoursAreNoTrouble() throws IOException {
    Recorded got = read("\u001b[1m".repeat(15_000) + SHADOW + "x\n[CodeSuture] y\n");
    assertThat(got.verdicts).isEmpty();
  }

  @Test
  void oddLinesAreListedUpToALimit() throws IOException {
    Recorded got = read((SHADOW + "nonsense\n").repeat(1_000));
    assertThat(got.problems).hasSize(201);
    assertThat(got.reasons()).contains("800 more odd lines of this text are not listed");
  }

  @Test
  void damagedBytesEndInVerdictsAndProblems() throws IOException {
    byte[] real = Files.readAllBytes(Fixtures.file("run-logs/shop-py311-shadow-rewind.log"));
    int from = new String(real, StandardCharsets.ISO_8859_1).indexOf("[CodeSuture SHADOW]") - 200;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      byte[] bytes = Arrays.copyOfRange(real, from, real.length);
      for (int hit = 0; hit < 60; hit++) {
        bytes[random.nextInt(bytes.length)] =
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> '\n';
              case 2 -> (byte) random.nextInt(256);
              default -> (byte) "[]:!.,\r\u001b'<".charAt(random.nextInt(10));
            };
      }
      Recorded got = read(bytes);
      assertThat(got.verdicts.size()).isBetween(1, 200);
    }
  }

  @Test
  void aLogBesideTheDotFoldersIsReadWithTheProject() throws IOException {
    Path project = Fixtures.copy("shop-py311-shadow-rewind", folder);
    Path log = project.resolve("run-1.log");
    Files.copy(Fixtures.file("run-logs/shop-py311-shadow-rewind.log"), log);
    assertThat(counts(Drop.on(project))).containsEntry("divergent", 2L);
    Recorded widened = Drop.on(log);
    assertThat(widened.incidents).isNotEmpty();
    assertThat(counts(widened)).containsEntry("divergent", 2L);
    Recorded again = Drop.on(project, widened.marks);
    assertThat(again.unchanged).contains("run-1.log");
    assertThat(again.modes).doesNotContainValue(ImportSink.Mode.APPEND);
  }

  @Test
  void otherTextsStayUnknown() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "CodeSuture SHADOW is a mode\n");
    assertThat(Drop.refusal(text)).isEqualTo("nothing in it is known");
    Path prose =
        Files.writeString(
            folder.resolve("README.md"), "# x\n" + SHADOW + "🟢 Verified patch for f!\n");
    assertThat(Drop.refusal(prose)).isEqualTo("nothing in it is known");
  }
}
