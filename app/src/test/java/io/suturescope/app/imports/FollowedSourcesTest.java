package io.suturescope.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedSourcesTest {

  @TempDir Path folder;

  private final FollowedSources followed = new FollowedSources();
  private Path log;
  private List<SourceRow> sources;

  @BeforeEach
  void oneFolderIsKnown() throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("shop/.codesuture_incidents/alerts"));
    log = incidents.resolveSibling("incidents_2026-11-20.jsonl");
    Files.writeString(log, "{}\n");
    sources = List.of(row(folder.resolve("shop"), SourceIdentity.Kind.FOLDER));
  }

  private static SourceRow row(Path path, SourceIdentity.Kind kind) {
    SourceIdentity identity = new SourceIdentity(path.toString(), "shop", "codesuture", kind);
    return new SourceRow(1, identity, Optional.empty());
  }

  @Test
  void theFirstLookReportsWhatHappenedWhileNobodyLooked() {
    assertThat(followed.check(sources)).isEqualTo(sources);
    assertThat(followed.check(sources)).isEmpty();
  }

  @Test
  void whatWasJustImportedIsNotReported() {
    followed.seen(sources.getFirst().identity());
    assertThat(followed.check(sources)).isEmpty();
  }

  @Test
  void anAppendedLineIsReportedOnce() throws IOException {
    followed.check(sources);
    Files.writeString(log, "{}\n", StandardOpenOption.APPEND);
    assertThat(followed.check(sources)).isEqualTo(sources);
    assertThat(followed.check(sources)).isEmpty();
  }

  @Test
  void aFileOfTheNextDayIsReported() throws IOException {
    followed.check(sources);
    Files.writeString(log.resolveSibling("incidents_2026-11-21.jsonl"), "{}\n");
    assertThat(followed.check(sources)).isEqualTo(sources);
  }

  @Test
  void anAlertThatWasDismissedIsReported() throws IOException {
    Path alert = Files.writeString(log.resolveSibling("alerts").resolve("ALERT_x.md"), "#");
    followed.check(sources);
    Files.delete(alert);
    assertThat(followed.check(sources)).isEqualTo(sources);
  }

  @Test
  void truncationIsReported() throws IOException {
    followed.check(sources);
    Files.writeString(log, "");
    assertThat(followed.check(sources)).isEqualTo(sources);
  }

  @Test
  void filesOfTheProgramItselfAreNotLookedAt() throws IOException {
    Path code = Files.createDirectories(folder.resolve("shop/node_modules/x"));
    followed.check(sources);
    Files.writeString(code.resolve("index.js"), "1");
    assertThat(followed.check(sources)).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsReportedOnceAndOnceMoreWhenItIsBack() throws IOException {
    followed.check(sources);
    Path away = Files.move(folder.resolve("shop"), folder.resolve("away"));
    assertThat(followed.check(sources)).isEqualTo(sources);
    assertThat(followed.check(sources)).isEmpty();
    Files.move(away, folder.resolve("shop"));
    assertThat(followed.check(sources)).isEqualTo(sources);
  }

  @Test
  void archivesAreNotFollowed() {
    SourceRow archive = row(folder.resolve("shop.zip"), SourceIdentity.Kind.ARCHIVE);
    assertThat(followed.check(List.of(archive))).isEmpty();
  }

  @Test
  void singleFilesAre() throws IOException {
    List<SourceRow> file = List.of(row(log, SourceIdentity.Kind.FILE));
    followed.check(file);
    Files.writeString(log, "{}\n", StandardOpenOption.APPEND);
    assertThat(followed.check(file)).isEqualTo(file);
  }
}
