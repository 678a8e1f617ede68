package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever bytes stand in a file of any kind, records and problems come of it, never an exception.
class AnyBytesTest {

  /// One file of every kind.
  private static final List<String> KINDS =
      List.of(
          ".codesuture_incidents/incidents_2026-11-20.jsonl",
          ".codesuture_incidents/lifecycle.json",
          ".codesuture_incidents/alerts/unread.md",
          ".codesuture_incidents/alerts/ALERT_2026-11-20_230355_CRITICAL_538d33e00c71.md",
          ".codesuture_incidents/digest_daily_2026-11-20.md",
          ".codesuture_store/secret.key",
          ".codesuture_store/__main__.greeting.code",
          ".codesuture_store/__main__.greeting.json",
          ".codesuture_rewind/rewind_Cart_Badge_text_20261120_230354.json",
          ".codesuture_knowledge/learned_rules.json",
          ".codesuture_fingerprints",
          ".codesuture.toml",
          "events.jsonl",
          "run-1.log");

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("any-bytes");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of(KINDS);
  }

  @Property(tries = 300)
  void randomBytesEndInRecordsAndProblems(@ForAll("kinds") String kind, @ForAll byte[] bytes) {
    assertRead(kind, bytes);
  }

  @Property(tries = 700)
  void damagedFilesEndInRecordsAndProblems(
      @ForAll("kinds") String kind, @ForAll @LongRange(min = 0) long seed) throws IOException {
    Path real = realFile(kind);
    byte[] bytes = Files.exists(real) ? Files.readAllBytes(real) : new byte[200];
    assertRead(kind, damaged(Arrays.copyOf(bytes, Math.min(bytes.length, 20_000)), seed));
  }

  private static Path realFile(String kind) {
    if (kind.equals("run-1.log")) {
      return Fixtures.file("run-logs/shop-py311-shadow-rewind.log");
    }
    return Fixtures.file(
        (kind.contains("knowledge")
                ? "exotic-learned-rule/"
                : kind.contains("digest") ? "exotic-library-py311/" : "shop-py311-shadow-rewind/")
            + kind);
  }

  private static byte[] damaged(byte[] bytes, long seed) {
    Random random = new Random(seed);
    byte[] damaged = bytes.clone();
    for (int hit = random.nextInt(8); hit >= 0 && damaged.length > 1; hit--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged = Arrays.copyOf(damaged, at);
        case 2 -> damaged[at] = (byte) "\"{}[],:\\\n\r\0".charAt(random.nextInt(11));
        default -> {
          int length = Math.min(random.nextInt(50), damaged.length - at);
          System.arraycopy(
              damaged, random.nextInt(damaged.length - length + 1), damaged, at, length);
        }
      }
    }
    return damaged;
  }

  private static void assertRead(String kind, byte[] bytes) {
    try {
      Path project = Files.createTempDirectory(folder, "p");
      Path file = project.resolve(kind);
      Files.createDirectories(file.getParent());
      Files.createDirectories(project.resolve(".codesuture_incidents"));
      Files.write(file, bytes);
      for (Recorded got : Drop.all(project, Map.of())) {
        assertThat(got.lines.total())
            .isEqualTo(got.lines.accepted() + got.lines.blank() + got.lines.problems());
        assertThat(got.incidents).hasSize((int) got.lines.accepted());
      }
      Drop.all(file, Map.of());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
