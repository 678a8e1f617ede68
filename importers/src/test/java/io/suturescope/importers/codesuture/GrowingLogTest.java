package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log is read from where the last reading ended.
class GrowingLogTest {

  private static final List<String> LINES =
      Fixtures.lines("shop-py311-shadow-rewind/.codesuture_incidents/incidents_2026-11-20.jsonl");
  private static final String LOG = ".codesuture_incidents/incidents_2026-11-20.jsonl";

  @TempDir Path project;
  private Path log;
  private long clock = 1_700_000_000_000L;

  @BeforeEach
  void makeProject() throws IOException {
    log = project.resolve(LOG);
    Files.createDirectories(log.getParent());
  }

  private void write(String text, StandardOpenOption... options) throws IOException {
    Files.writeString(log, text, options);
    clock += 1000;
    Files.setLastModifiedTime(log, FileTime.fromMillis(clock));
  }

  private Recorded first(String text) throws IOException {
    write(text);
    return Drop.on(project);
  }

  private Recorded after(Recorded before, String more) throws IOException {
    write(more, StandardOpenOption.APPEND);
    return Drop.on(project, before.marks);
  }

  @Test
  void anUnchangedLogIsNotReadAgain() throws IOException {
    Recorded before = first(LINES.get(0) + "\n");
    Recorded again = Drop.on(project, before.marks);
    assertThat(again.unchanged).containsExactly(LOG);
    assertThat(again.incidents).isEmpty();
    assertThat(again.modes).isEmpty();
  }

  @Test
  void aGrownLogGivesOnlyItsNewLinesWithTheirNumbers() throws IOException {
    Recorded before = first(LINES.get(0) + "\n" + LINES.get(1) + "\n");
    Recorded grown = after(before, LINES.get(2) + "\n");
    assertThat(grown.modes).containsEntry(LOG, Mode.APPEND);
    assertThat(grown.incidents).hasSize(1);
    long offset = LINES.get(0).length() + LINES.get(1).length() + 2L;
    assertThat(grown.places).containsExactly(new Place(LOG, 3, offset, LINES.get(2).length()));
    assertThat(grown.marks.get(LOG).lines()).isEqualTo(3);
  }

  @Test
  void aTornLastLineIsAProblemAndIsReadAgainWhenItIsWhole() throws IOException {
    String half = LINES.get(1).substring(0, 200);
    Recorded torn = first(LINES.get(0) + "\n" + half);
    assertThat(torn.lines).isEqualTo(new LineCounts(1, 0, 1));
    assertThat(torn.problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(2);
          assertThat(problem.reason())
              .startsWith("not JSON: unexpected end of input (the line has no end yet");
        });
    assertThat(torn.marks.get(LOG).lines()).isEqualTo(1);
    Recorded whole = after(torn, LINES.get(1).substring(200) + "\n");
    assertThat(whole.modes).containsEntry(LOG, Mode.APPEND);
    assertThat(whole.incidents).hasSize(1);
    assertThat(whole.problems).isEmpty();
    assertThat(whole.places.getFirst().line()).isEqualTo(2);
  }

  @Test
  void aLastLineWithoutItsEndIsAcceptedAndItsEndIsNoBlankLineLater() throws IOException {
    Recorded before = first(LINES.get(0));
    assertThat(before.incidents).hasSize(1);
    Recorded grown = after(before, "\n" + LINES.get(1) + "\n");
    assertThat(grown.modes).containsEntry(LOG, Mode.APPEND);
    assertThat(grown.lines).isEqualTo(new LineCounts(1, 0, 0));
    assertThat(grown.places.getFirst().line()).isEqualTo(2);
  }

  @Test
  void aLineThatGrewAfterItWasAcceptedIsReadAgain() throws IOException {
    Recorded before = first(LINES.get(0));
    Recorded glued = after(before, LINES.get(1) + "\n");
    assertThat(glued.modes).containsEntry(LOG, Mode.REPLACE);
    assertThat(glued.lines).isEqualTo(new LineCounts(0, 0, 1));
  }

  @Test
  void aRewrittenLogIsReadFromTheStart() throws IOException {
    Recorded before = first(LINES.get(0) + "\n");
    write(LINES.get(3) + "\n" + LINES.get(4) + "\n");
    Recorded rewritten = Drop.on(project, before.marks);
    assertThat(rewritten.modes).containsEntry(LOG, Mode.REPLACE);
    assertThat(rewritten.incidents).hasSize(2);
  }

  @Test
  void aLineBeyondTheLimitIsOneProblemAndCostsNoOther() throws IOException {
    write(LINES.get(0) + "\n");
    try (var out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      byte[] block = "x".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      for (int written = 0; written < LineFile.LINE_LIMIT + (4 << 20); written += block.length) {
        out.write(block);
      }
    }
    write("\n" + LINES.get(1) + "\n", StandardOpenOption.APPEND);
    Recorded got = Drop.on(project);
    assertThat(got.lines).isEqualTo(new LineCounts(2, 0, 1));
    assertThat(got.places).extracting(Place::line).containsExactly(1L, 3L);
    assertThat(after(got, LINES.get(2) + "\n").places).extracting(Place::line).containsExactly(4L);
  }
}
