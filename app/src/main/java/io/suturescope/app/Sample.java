package io.suturescope.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The projects that are shipped to try the program with: real runs of CodeSuture, and one month
/// that was invented and says so in its name.
final class Sample {

  private static final String RESOURCE = "sample/night-shift.zip";
  private static final String FOLDER = "night-shift";

  private Sample() {}

  /// Unpacks the sample below a folder, unless it is there already, and says where it is.
  static Path unpack(Path below) {
    Path folder = below.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try (InputStream packed =
            Objects.requireNonNull(Sample.class.getResourceAsStream(RESOURCE), RESOURCE);
        ZipInputStream zip = new ZipInputStream(packed)) {
      Files.createDirectories(below);
      Path fresh = Files.createTempDirectory(below, "unpacking");
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = fresh.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip, file);
      }
      // In one step, so that a sample that is there is whole.
      Files.move(fresh.resolve(FOLDER), folder);
      Files.delete(fresh);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
