package io.suturescope.importers.disassembly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The opcodes of one CPython minor version and the words that `dis` has for their arguments, read
/// from a data file beside this class; the heads of the files say how they are laid out.
public final class OpcodeTable {
  private static final int OPCODES = 256;

  /// CPython 3.11 to 3.14, ascending.
  public static final List<OpcodeTable> ALL =
      List.of(load("3.11"), load("3.12"), load("3.13"), load("3.14"));

  private static final int MAGIC_BYTES = 4;

  private final String python;
  private final int magic;
  private final List<Optional<Opcode>> opcodes;
  private final Map<String, Map<Integer, String>> words;
  private final int extendedArg;
  private final int resume;

  private OpcodeTable(String python, List<String> lines) {
    this.python = python;
    this.magic = magic(lines);
    this.opcodes = opcodes(lines, minor());
    this.words = words(lines);
    this.extendedArg = numberOf("EXTENDED_ARG");
    this.resume = numberOf("RESUME");
  }

  /// The table of a minor version, such as "3.13", if it is known.
  public static Optional<OpcodeTable> of(String python) {
    return ALL.stream().filter(table -> table.python.equals(python)).findFirst();
  }

  /// The table of the version whose `.pyc` files begin with this 32-bit little-endian number.
  public static Optional<OpcodeTable> ofMagic(int magic) {
    return ALL.stream().filter(table -> table.magic == magic).findFirst();
  }

  /// The minor version, such as "3.13".
  public String python() {
    return python;
  }

  /// The 13 of 3.13.
  int minor() {
    return Integer.parseInt(python.substring(2));
  }

  /// The opcode with a number from 0 to 255, if this version has one.
  public Optional<Opcode> opcode(int number) {
    return opcodes.get(number);
  }

  /// The number of the prefix that widens the next argument.
  public int extendedArg() {
    return extendedArg;
  }

  /// The number of the opcode that every compiled code object holds.
  public int resume() {
    return resume;
  }

  /// A word such as the operator that `BINARY_OP 0` stands for.
  ///
  /// @param kind as the lines of the file begin: `compare`, `binary`, `convert`, `flag`, …
  Optional<String> word(String kind, int number) {
    return Optional.ofNullable(words(kind).get(number));
  }

  /// How many words of this kind there are.
  int wordCount(String kind) {
    return words(kind).size();
  }

  private Map<Integer, String> words(String kind) {
    return words.getOrDefault(kind, Map.of());
  }

  private int numberOf(String name) {
    return opcodes.stream()
        .flatMap(Optional::stream)
        .filter(opcode -> opcode.name().equals(name))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private static OpcodeTable load(String python) {
    String file = "opcodes-" + python + ".txt";
    try (InputStream stream =
            Objects.requireNonNull(OpcodeTable.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      return new OpcodeTable(python, lines.lines().toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int magic(List<String> lines) {
    String hex = lines.stream().filter(line -> line.startsWith("magic ")).findFirst().orElseThrow();
    return Integer.reverseBytes(
        HexFormat.fromHexDigits(hex, hex.length() - 2 * MAGIC_BYTES, hex.length()));
  }

  private static List<Optional<Opcode>> opcodes(List<String> lines, int minor) {
    List<Optional<Opcode>> opcodes =
        new ArrayList<>(Collections.nCopies(OPCODES, Optional.empty()));
    lines.stream()
        .filter(line -> line.startsWith("op "))
        .map(line -> opcode(line, minor))
        .forEach(opcode -> opcodes.set(opcode.number(), Optional.of(opcode)));
    return List.copyOf(opcodes);
  }

  private static Map<String, Map<Integer, String>> words(List<String> lines) {
    Map<String, Map<Integer, String>> words = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split(" ", 3);
      if (fields.length == 3 && !line.startsWith("op ") && !line.startsWith("#")) {
        // The symbol of an operator is its last field, behind its name.
        String word =
            fields[2].substring(fields[0].equals("binary") ? fields[2].indexOf(' ') + 1 : 0);
        words
            .computeIfAbsent(fields[0], _ -> new HashMap<>())
            .put(
                Integer.valueOf(fields[1]),
                word.equals("-") && fields[0].equals("convert") ? "" : word);
      }
    }
    return Map.copyOf(words);
  }

  private static Opcode opcode(String line, int minor) {
    String[] fields = line.split(" ", -1);
    return new Opcode(
        Integer.parseInt(fields[1]),
        fields[2],
        Integer.parseInt(fields[3]),
        jump(fields[4]),
        Meaning.of(minor, fields[2], fields[4]));
  }

  private static Opcode.Jump jump(String uses) {
    if (uses.contains("jump-forward")) {
      return Opcode.Jump.FORWARD;
    }
    if (uses.contains("jump-backward")) {
      return Opcode.Jump.BACKWARD;
    }
    return uses.contains("jump-absolute") ? Opcode.Jump.ABSOLUTE : Opcode.Jump.NONE;
  }
}
