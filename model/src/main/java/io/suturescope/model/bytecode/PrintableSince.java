package io.suturescope.model.bytecode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Since which CPython a character is printable, for the characters that Unicode got since CPython
/// 3.11: Java 25 and CPython 3.14 know them all, older ones escape them.
final class PrintableSince {
  private static final String FILE = "printable-since.txt";
  private static final List<Range> RANGES = load();
  private static final int[] FIRSTS = RANGES.stream().mapToInt(Range::first).toArray();

  private record Range(int first, int last, int minor) {}

  private PrintableSince() {}

  /// The 12 of 3.12; 0 for a character that all know, or none.
  static int minor(int character) {
    int place = Arrays.binarySearch(FIRSTS, character);
    int index = place >= 0 ? place : -place - 2;
    return index >= 0 && character <= RANGES.get(index).last() ? RANGES.get(index).minor() : 0;
  }

  private static List<Range> load() {
    try (InputStream stream =
            Objects.requireNonNull(PrintableSince.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(PrintableSince::range)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Range range(String line) {
    String[] fields = line.split(" ", -1);
    return new Range(
        Integer.parseInt(fields[0], 16),
        Integer.parseInt(fields[1], 16),
        Integer.parseInt(fields[2]));
  }
}
