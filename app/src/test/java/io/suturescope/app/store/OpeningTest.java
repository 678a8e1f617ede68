package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

  @TempDir Path folder;

  private static Opening.Kind refusal(Path file) throws IOException {
    byte[] before = Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file);
    Opening opening = IncidentStore.open(file, Clock.systemUTC());
    assertThat(opening).isInstanceOf(Opening.Refused.class);
    if (!Files.isDirectory(file)) {
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
    Opening.Refused refused = (Opening.Refused) opening;
    assertThat(refused.sentence()).contains(file.getFileName().toString()).endsWith(".");
    return refused.kind();
  }

  private Path workspace() {
    Path file = folder.resolve("w.db");
    try (IncidentStore store = Workshop.open(file)) {
      Workshop.add(store, "/p", "a.jsonl", Incidents.random(2_000, 1));
    }
    return file;
  }

  @Test
  void aTextFileIsForeign() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.db"), "hello");
    assertThat(refusal(file)).isEqualTo(Opening.Kind.FOREIGN);
  }

  @Test
  void anotherProgramsDatabaseIsForeign() throws IOException, SQLException {
    Path file = folder.resolve("other.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(a)");
    }
    assertThat(refusal(file)).isEqualTo(Opening.Kind.FOREIGN);
  }

  @Test
  void aWorkspaceCutShortIsDamaged() throws IOException {
    Path file = workspace();
    byte[] all = Files.readAllBytes(file);
    for (int length : new int[] {50, 4_096, all.length / 2, all.length - 1}) {
      Files.write(file, Arrays.copyOf(all, length));
      assertThat(refusal(file)).as(length + " bytes").isEqualTo(Opening.Kind.DAMAGED);
    }
  }

  @Test
  void aWorkspaceWithABrokenSchemaPageIsDamaged() throws IOException {
    Path file = workspace();
    byte[] all = Files.readAllBytes(file);
    Arrays.fill(all, 100, 4_096, (byte) 0xA5);
    Files.write(file, all);
    assertThat(refusal(file)).isEqualTo(Opening.Kind.DAMAGED);
  }

  @Test
  void aWorkspaceOfALaterVersionIsRefused() throws IOException {
    Path file = workspace();
    byte[] all = Files.readAllBytes(file);
    ByteBuffer.wrap(all).putInt(60, Schema.newest() + 1);
    Files.write(file, all);
    assertThat(refusal(file)).isEqualTo(Opening.Kind.NEWER);
  }

  @Test
  void aWorkspaceThatAnotherProgramLocksIsLocked() throws Exception {
    Path file = workspace();
    try (OtherProcess holder = OtherProcess.start(LockHolder.class, file.toString())) {
      holder.line("locked");
      assertThat(refusal(file)).isEqualTo(Opening.Kind.LOCKED);
      holder.kill();
    }
    try (IncidentStore store = Workshop.open(file)) {
      assertThat(store.reading().sources()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenMakesItUnusable() throws IOException {
    Path file = workspace();
    Path missing = folder.resolve("new.db");
    File locked = folder.toFile();
    Assumptions.assumeTrue(locked.setWritable(false), "this disk has no write protection");
    try {
      Assumptions.assumeFalse(Files.isWritable(folder), "this user may write everywhere");
      assertThat(refusal(file)).isEqualTo(Opening.Kind.UNUSABLE);
      Opening making = IncidentStore.open(missing, Clock.systemUTC());
      assertThat(making).isInstanceOf(Opening.Refused.class);
      assertThat(missing).doesNotExist();
    } finally {
      assertThat(locked.setWritable(true)).isTrue();
    }
  }

  @Test
  void aFolderIsUnusable() throws IOException {
    assertThat(refusal(folder)).isEqualTo(Opening.Kind.UNUSABLE);
  }

  @Test
  void aWorkspaceIsMadeWhereThereIsNone() {
    Path file = folder.resolve("deep/er/what? 100%/w.db");
    try (IncidentStore store = Workshop.open(file)) {
      assertThat(store.reading().sources()).isEmpty();
    }
    assertThat(file).isNotEmptyFile();
    assertThat(new String(read(file), 0, 15, StandardCharsets.US_ASCII))
        .isEqualTo("SQLite format 3");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
