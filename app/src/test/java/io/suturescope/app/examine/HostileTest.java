package io.suturescope.app.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every hostile patch store of the corpus can be examined.
class HostileTest {

  @TempDir Path home;

  @TestFactory
  Stream<DynamicTest> everyPatchIsExaminedOrSaidToBeUnreadable() throws IOException {
    Path hostile = Examined.corpus().resolve("hostile");
    Path cases = home.resolve("cases");
    for (String area : new String[] {"M", "H", "K", "J"}) {
      unpack(hostile.resolve(area + "/cases.zip"), cases);
    }
    try (Stream<Path> all = Files.list(cases)) {
      return all.sorted().toList().stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> examine(each)));
    }
  }

  private void examine(Path project) throws IOException {
    Path folder = Files.createDirectory(home.resolve(project.getFileName() + ".workspace"));
    try (Examined examined = new Examined(folder, Examined.NOW, project)) {
      for (Examination patch : examined.all()) {
        assertThat(patch.right().isPresent()).isEqualTo(patch.unreadable().isEmpty());
        assertThat(patch.right().isPresent()).isEqualTo(patch.diff().isPresent());
        assertThat(patch.trust().reason()).endsWith(".");
      }
    }
  }

  private static void unpack(Path zip, Path into) throws IOException {
    if (!Files.exists(zip)) {
      return;
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && target.startsWith(into)) {
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
  }
}
