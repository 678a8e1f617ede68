package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.source.SourceTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever piece of a project is dropped, in whatever wrapping, the same records come out.
class DropShapesTest {

  private static final String NAME = "shop-py311-shadow-rewind";
  private static final String ALERT =
      ".codesuture_incidents/alerts/ALERT_2026-11-20_230355_CRITICAL_538d33e00c71.md";

  @TempDir Path folder;
  private Path project;
  private Recorded whole = new Recorded();

  @BeforeEach
  void readWhole() {
    project = Fixtures.copy(NAME, folder);
    whole = Drop.on(project);
  }

  private void assertSameAsWhole(Path dropped) {
    assertSame(Drop.on(dropped));
  }

  private void assertSame(Recorded got) {
    assertThat(withoutKeyMode(got)).isEqualTo(withoutKeyMode(whole));
    assertThat(got.marks.keySet()).isEqualTo(whole.marks.keySet());
  }

  /// Archives made here hold no permissions.
  private static List<Object> withoutKeyMode(Recorded recorded) {
    return recorded.everything.stream()
        .filter(item -> !item.toString().contains("read by other users"))
        .toList();
  }

  @Test
  void theWholeProjectGivesWhatTheRunLeft() {
    assertThat(whole.incidents).hasSize(56);
    assertThat(whole.patches).hasSize(25);
    assertThat(whole.lifecycle).hasSize(25);
    assertThat(whole.alerts).hasSize(11);
    assertThat(whole.events).hasSize(33);
    assertThat(whole.fingerprints).hasSize(29);
    assertThat(whole.rewinds).hasSize(3);
    assertThat(whole.configs).hasSize(1);
    assertThat(withoutKeyMode(whole)).noneMatch(item -> item.toString().contains("WARNING"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".codesuture_store",
        ".codesuture_incidents",
        ".codesuture_rewind",
        ".codesuture_incidents/alerts",
        ".codesuture_store/secret.key",
        ".codesuture_store/__main__.greeting.code",
        ".codesuture_store/__main__.greeting.json",
        ".codesuture_incidents/lifecycle.json",
        ".codesuture_incidents/incidents_2026-11-20.jsonl",
        ".codesuture_incidents/alerts/unread.md",
        ALERT,
        ".codesuture.toml",
        ".codesuture_fingerprints",
        "events.jsonl"
      })
  void anyPieceOfAProjectBringsTheProject(String piece) {
    assertThat(project.resolve(piece)).exists();
    assertSameAsWhole(project.resolve(piece));
    ProjectFinder.Found found = ProjectFinder.find(project.resolve(piece));
    assertThat(((ProjectFinder.Found.Sources) found).sources())
        .singleElement()
        .matches(ProjectFinder.Source::widened)
        .extracting(ProjectFinder.Source::name)
        .isEqualTo(project.toString());
  }

  @Test
  void aZipAndATarGzGiveTheSame() throws IOException {
    assertSameAsWhole(zip("top/"));
    assertSameAsWhole(zip(""));
    assertSameAsWhole(tarGz());
  }

  @Test
  void aParentFolderGivesEachProject() {
    Fixtures.copy("exotic-bytes-key", folder.resolve("deeper"));
    List<Recorded> all = Drop.all(folder, Map.of());
    assertThat(all).hasSize(2);
    assertSame(all.get(1));
    assertThat(all.get(0).patches).hasSize(2);
  }

  @Test
  void aProjectInsideAProjectIsAnnouncedAndLeftAlone() {
    Drop.copy(Fixtures.file("exotic-bytes-key"), project.resolve("vendor/inner"));
    Recorded got = Drop.on(project);
    assertThat(got.patches).hasSameSizeAs(whole.patches);
    assertThat(got.problems)
        .filteredOn(problem -> problem.reason().startsWith("another project lies here"))
        .singleElement()
        .extracting(problem -> problem.file())
        .isEqualTo("vendor/inner");
  }

  @Test
  void linksOutOfTheProjectAreNotFollowedAndThoseInsideAre() throws IOException {
    Path incidents = project.resolve(".codesuture_incidents");
    Files.createSymbolicLink(incidents.resolve("incidents_2026-01-01.jsonl"), Path.of("/dev/zero"));
    Files.createSymbolicLink(incidents.resolve("loop"), Path.of(".."));
    Files.createSymbolicLink(project.resolve(".codesuture_store/self.code"), Path.of("self.code"));
    Files.createSymbolicLink(
        project.resolve(".codesuture_store/again.code"), Path.of("__main__.greeting.code"));
    Recorded got = Drop.on(project);
    assertThat(got.incidents).isEqualTo(whole.incidents);
    assertThat(got.patches).hasSize(whole.patches.size() + 1);
    assertThat(got.problems)
        .filteredOn(problem -> problem.reason().startsWith("symbolic link"))
        .hasSize(3);
  }

  @Test
  void aLoneLogIsItsOwnSource() throws IOException {
    Path lone = Files.createDirectories(folder.resolve("Downloads")).resolve("some log.txt");
    Files.copy(project.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl"), lone);
    assertThat(Drop.on(lone).incidents).isEqualTo(whole.incidents);
    assertThat(Drop.on(lone.getParent()).incidents).isEqualTo(whole.incidents);
  }

  @Test
  void whatIsNotKnownIsRefused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "hello");
    assertThat(Drop.refusal(other)).isEqualTo("nothing in it is known");
    assertThat(Drop.refusal(other.resolve("notes.txt"))).isEqualTo("nothing in it is known");
    assertThat(Drop.refusal(other.resolve("gone"))).startsWith("it cannot be read");
    assertThat(Drop.refusal(project.resolve("app.py"))).isEqualTo("nothing in it is known");
  }

  @Test
  void anUnchangedProjectIsNotReadAgain() {
    Recorded again = Drop.on(project, whole.marks);
    assertThat(again.modes).isEmpty();
    assertThat(again.unchanged).hasSameElementsAs(whole.marks.keySet());
  }

  @Test
  void sourceLinesAreFoundByTheLongestEndingAndNeverOutside() throws IOException {
    Files.writeString(folder.resolve("outside.py"), "secret");
    Files.createSymbolicLink(project.resolve("link.py"), folder.resolve("outside.py"));
    try (SourceTree tree = ((SourceTree.Opened.Tree) SourceTree.open(project)).tree()) {
      assertThat(tree.sourceLines("/srv/shop/app.py", 21, 21).orElseThrow())
          .singleElement()
          .asString()
          .contains("user.profile.nick");
      assertThat(tree.sourceLines("../outside.py", 1, 1)).isEmpty();
      assertThat(tree.sourceLines("/x/link.py", 1, 1)).isEmpty();
      assertThat(tree.sourceLines(folder.resolve("outside.py").toString(), 1, 1)).isEmpty();
      assertThat(
              new String(
                  tree.bytes(whole.places.getFirst()), java.nio.charset.StandardCharsets.UTF_8))
          .startsWith("{\"incident_id\"")
          .endsWith("}");
    }
  }

  private List<Path> projectFiles() throws IOException {
    try (var files = Files.walk(project)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Path zip(String top) throws IOException {
    Path zip = folder.resolve("p" + top.length() + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : projectFiles()) {
        out.putNextEntry(new ZipEntry(top + project.relativize(file)));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return zip;
  }

  private Path tarGz() throws IOException {
    Path tar = folder.resolve("p.tgz");
    try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(tar));
        TarArchiveOutputStream out = new TarArchiveOutputStream(zipped)) {
      for (Path file : projectFiles()) {
        TarArchiveEntry entry = new TarArchiveEntry("top/" + project.relativize(file));
        entry.setSize(Files.size(file));
        out.putArchiveEntry(entry);
        Files.copy(file, out);
        out.closeArchiveEntry();
      }
    }
    return tar;
  }
}
