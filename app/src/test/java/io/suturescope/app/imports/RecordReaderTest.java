package io.suturescope.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceIdentity.Kind;
import io.suturescope.model.origin.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {

  private static final String LOG = ".codesuture_incidents/incidents_2026-11-20.jsonl";
  private static final String FIRST = "{\"incident_id\": \"aaaaaaaaaaaa\"}";
  private static final String SECOND = "{\"incident_id\": \"bbbbbbbbbbbb\"}";
  private static final Place PLACE = new Place(LOG, 2, FIRST.length() + 1, SECOND.length());

  @TempDir Path folder;

  private final RecordReader reader = new RecordReader();
  private Path project;

  @BeforeEach
  void aProject() throws IOException {
    project = folder.toRealPath().resolve("shop");
    Files.createDirectories(project.resolve(".codesuture_incidents"));
    Files.createDirectories(project.resolve("pricing"));
    Files.writeString(project.resolve(LOG), FIRST + "\n" + SECOND + "\n");
    Files.writeString(project.resolve("pricing/tax.py"), "one\ntwo\nthree\n");
    Files.writeString(folder.resolve("secret.py"), "outside\n");
  }

  private SourceIdentity source(Path path, Kind kind) {
    return new SourceIdentity(path.toString(), "shop", "codesuture", kind);
  }

  private SourceIdentity zipped(String prefix) throws IOException {
    Path zip = folder.toRealPath().resolve("shop.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of(LOG, "pricing/tax.py")) {
        out.putNextEntry(new ZipEntry(prefix + name));
        Files.copy(project.resolve(name), out);
      }
    }
    String path = prefix.isEmpty() ? zip.toString() : zip + "/" + prefix.replaceAll("/$", "");
    return source(Path.of(path), Kind.ARCHIVE);
  }

  @Test
  void aRecordIsReadAgainFromItsPlace() {
    assertThat(reader.record(source(project, Kind.FOLDER), PLACE, "bbbbbbbbbbbb"))
        .isEqualTo(new RawRecord.Read(SECOND));
  }

  @Test
  void aRecordInAnArchiveIsReadAgain() throws IOException {
    assertThat(reader.record(zipped(""), PLACE, "bbbbbbbbbbbb"))
        .isEqualTo(new RawRecord.Read(SECOND));
    assertThat(reader.record(zipped("backup/shop/"), PLACE, "bbbbbbbbbbbb"))
        .isEqualTo(new RawRecord.Read(SECOND));
  }

  @Test
  void aFileThatHasChangedSinceIsSaidSo() throws IOException {
    Files.writeString(project.resolve(LOG), SECOND + "\n" + FIRST + "\n");
    assertThat(reader.record(source(project, Kind.FOLDER), PLACE, "bbbbbbbbbbbb"))
        .isEqualTo(new RawRecord.Changed());
    Files.writeString(project.resolve(LOG), FIRST);
    assertThat(reader.record(source(project, Kind.FOLDER), PLACE, ""))
        .isEqualTo(new RawRecord.Changed());
  }

  @Test
  void whatIsGoneIsSaidSo() throws IOException {
    Files.delete(project.resolve(LOG));
    assertThat(reader.record(source(project, Kind.FOLDER), PLACE, ""))
        .isEqualTo(new RawRecord.Gone());
    assertThat(reader.record(source(folder.resolve("no"), Kind.FOLDER), PLACE, ""))
        .isEqualTo(new RawRecord.Gone());
  }

  @Test
  void sourceLinesAreFoundByTheLongestEndingInsideTheProject() throws IOException {
    SourceIdentity shop = source(project, Kind.FOLDER);
    assertThat(reader.sourceLines(shop, "/srv/old/pricing/tax.py", 2, 3))
        .contains(List.of("two", "three"));
    assertThat(reader.sourceLines(zipped(""), "/srv/old/pricing/tax.py", 2, 2))
        .contains(List.of("two"));
  }

  @Test
  void nothingOutsideTheProjectIsOpened() {
    SourceIdentity shop = source(project, Kind.FOLDER);
    assertThat(reader.sourceLines(shop, "../secret.py", 1, 1)).isEmpty();
    assertThat(reader.sourceLines(shop, folder.resolve("secret.py").toString(), 1, 1)).isEmpty();
    assertThat(reader.record(shop, new Place("../secret.py", 0, 0, 0), ""))
        .isEqualTo(new RawRecord.Gone());
  }
}
