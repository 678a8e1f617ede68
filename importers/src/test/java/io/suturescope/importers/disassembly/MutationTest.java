package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.marshal.Corpus;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real code with random damage: whatever comes of it, nothing is thrown and nothing hangs.
class MutationTest {
  private static final long SEED = 20_261_121;
  private static final int BATCH = 1_000;

  // A batch takes a few seconds; this only tells that one hangs.
  private static final Duration HANGING = Duration.ofMinutes(5);

  private final Random random = new Random(SEED);
  private int readable;
  private long instructions;

  @Test
  void damagedCodeIsListedOrRefused() throws URISyntaxException {
    mutate(4_000);
  }

  @Test
  @Tag("full")
  void aHundredThousandDamagedFilesAreListedOrRefused() throws URISyntaxException {
    mutate(100_000);
  }

  private void mutate(int count) throws URISyntaxException {
    List<byte[]> files = files();
    for (int done = 0; done < count; done += BATCH) {
      assertTimeoutPreemptively(
          HANGING,
          () -> {
            for (int index = 0; index < BATCH; index++) {
              list(damaged(files.get(random.nextInt(files.size()))));
            }
          },
          "seed " + SEED + ", after " + done);
    }
    System.out.printf(
        "seed %d: %d damaged files, %d readable, %d instructions listed%n",
        SEED, count, readable, instructions);
    assertThat(readable).isPositive();
  }

  private void list(byte[] bytes) {
    if (CodeInspector.inspect(bytes) instanceof CodeInspection.Readable known) {
      readable++;
      for (OpcodeTable table : OpcodeTable.ALL) {
        instructions +=
            Disassembler.disassemble(known.root(), table.python()).codes().stream()
                .mapToLong(code -> code.instructions().size())
                .sum();
      }
    }
  }

  private byte[] damaged(byte[] good) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes && bytes.length > 1; change++) {
      bytes = damaged(bytes, random.nextInt(bytes.length));
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes, int place) {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> bytes[place] = (byte) random.nextInt(256);
      case 7, 8, 9, 10, 11, 12, 13 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      case 14, 15, 16 ->
          bytes[place] = (byte) "0NSTF.(){}[]<>cirslzaZAutgy:\377".charAt(random.nextInt(29));
      case 17 -> {
        return Arrays.copyOf(bytes, place + 1);
      }
      default ->
          System.arraycopy(
              bytes, random.nextInt(place + 1), bytes, place, Math.min(8, bytes.length - place));
    }
    return bytes;
  }

  private static List<byte[]> files() throws URISyntaxException {
    Path here =
        Path.of(Objects.requireNonNull(MutationTest.class.getResource("py3.11.zip")).toURI());
    List<byte[]> files = new ArrayList<>();
    for (OpcodeTable table : OpcodeTable.ALL) {
      files.addAll(
          new Corpus(here.resolveSibling(""))
              .zipped("py" + table.python() + ".zip", ".marshal")
              .values());
    }
    return files;
  }
}
