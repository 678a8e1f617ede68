package io.suturescope.importers.disassembly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The opcodes of one CPython minor version, read from a data file beside this class.
///
/// The files hold more than this class reads so far (comparison operators, intrinsics, flags);
/// their heads say how they are laid out.
public final class OpcodeTable {
  private static final int OPCODES = 256;

  /// CPython 3.11 to 3.14, ascending.
  public static final List<OpcodeTable> ALL =
      List.of(load("3.11"), load("3.12"), load("3.13"), load("3.14"));

  private final String python;
  private final List<Optional<Opcode>> opcodes;
  private final int extendedArg;
  private final int resume;

  private OpcodeTable(String python, List<Optional<Opcode>> opcodes) {
    this.python = python;
    this.opcodes = List.copyOf(opcodes);
    this.extendedArg = numberOf("EXTENDED_ARG");
    this.resume = numberOf("RESUME");
  }

  /// The minor version, such as "3.13".
  public String python() {
    return python;
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
      List<Optional<Opcode>> opcodes = new ArrayList<>();
      for (int number = 0; number < OPCODES; number++) {
        opcodes.add(Optional.empty());
      }
      lines
          .lines()
          .filter(line -> line.startsWith("op "))
          .map(OpcodeTable::opcode)
          .forEach(opcode -> opcodes.set(opcode.number(), Optional.of(opcode)));
      return new OpcodeTable(python, opcodes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Opcode opcode(String line) {
    String[] fields = line.split(" ", -1);
    return new Opcode(
        Integer.parseInt(fields[1]), fields[2], Integer.parseInt(fields[3]), jump(fields[4]));
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
