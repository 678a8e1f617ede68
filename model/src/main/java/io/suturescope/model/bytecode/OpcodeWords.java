package io.suturescope.model.bytecode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What each opcode of CPython 3.11 to 3.14 does, in words, read from a data file beside this
/// class.
public final class OpcodeWords {
  private static final Map<String, String> SENTENCES = load();

  private OpcodeWords() {}

  /// One sentence that begins with the opcode, names and Python code in it in backquotes; empty for
  /// names that no compiler writes.
  public static Optional<String> of(String opname) {
    return Optional.ofNullable(SENTENCES.get(opname));
  }

  private static Map<String, String> load() {
    String file = "opcode-words.txt";
    try (InputStream stream =
            Objects.requireNonNull(OpcodeWords.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, line.indexOf(' ')), Function.identity()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
