package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.marshal.Corpus;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Code that no compiler wrote is listed as far as it goes, in bounded time and space.
class DamagedCodeTest {
  private static final int LOAD_CONST_3_11 = 100;
  private static final int LOAD_GLOBAL_3_12 = 116;
  private static final int LOAD_FAST_3_11 = 124;
  private static final int BINARY_OP_3_11 = 122;
  private static final int JUMP_FORWARD_3_11 = 110;
  private static final int JUMP_FORWARD_3_13 = 79;

  private static Bytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int index = 0; index < values.length; index++) {
      bytes[index] = (byte) values[index];
    }
    return Bytes.copyOf(bytes);
  }

  private static PyCode code(Bytes code, List<PyValue> constants) {
    return code(code, new PyTuple(constants), Bytes.EMPTY, Bytes.EMPTY);
  }

  private static PyCode code(Bytes code, PyTuple constants, Bytes lines, Bytes handlers) {
    return new PyCode(
        new CodeShape(0, 0, 0, 1, 0),
        code,
        constants,
        List.of("only"),
        new CodeLocals(List.of("slot"), bytes(CodeLocals.LOCAL)),
        new CodeOrigin("f.py", "f", "f", 7),
        lines,
        handlers);
  }

  private static List<Instruction> listed(String python, int... code) {
    return Disassembler.disassemble(code(bytes(code), List.of()), python).root().instructions();
  }

  private static String argument(String python, int... code) {
    return listed(python, code).getLast().argrepr();
  }

  @Test
  void unknownOpcodesAreNumbered() {
    assertThat(listed("3.11", 3, 0, 255, 9))
        .extracting(Instruction::opname, one -> one.arg().isPresent())
        .containsExactly(tuple("<3>", false), tuple("<255>", true));
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(argument("3.11", LOAD_CONST_3_11, 99)).isEqualTo("<constant 99 of 0>");
    assertThat(argument("3.12", LOAD_GLOBAL_3_12, 5)).isEqualTo("<name 2 of 1>");
    assertThat(argument("3.11", LOAD_FAST_3_11, 1)).isEqualTo("<variable 1 of 1>");
    assertThat(argument("3.11", BINARY_OP_3_11, 77)).isEqualTo("<binary 77 of 26>");
  }

  @Test
  void jumpsMayLeaveTheCode() {
    assertThat(listed("3.11", JUMP_FORWARD_3_11, 9).getFirst())
        .returns("to 20", Instruction::argrepr)
        .returns(new Operand.Jump(20), Instruction::operand);
    assertThat(listed("3.13", JUMP_FORWARD_3_13, 9).getFirst())
        .returns("to L1", Instruction::argrepr)
        .returns(new Operand.Jump(20), Instruction::operand);
  }

  @Test
  void prefixesWithoutEndWrapAsInC() {
    assertThat(listed("3.11", 144, 255, 144, 255, 144, 255, JUMP_FORWARD_3_11, 255).getLast())
        .returns(-1, one -> one.arg().orElseThrow());
    assertThat(listed("3.11", 144, 1, 144, 0, 144, 0, 144, 0, LOAD_CONST_3_11, 5).getLast())
        .returns(5, one -> one.arg().orElseThrow());
  }

  @Test
  void tablesAreReadUpToTheDamage() {
    Bytes code = bytes(9, 0, 9, 0, 9, 0);
    PyCode damaged =
        code(
            code,
            new PyTuple(List.of()),
            bytes(0x80 | (13 << 3), 2, 0x05, 0x00),
            bytes(0x80, 1, 2, 3, 0x80, 0x41));
    CodeListing listing = Disassembler.disassemble(damaged, "3.11").root();
    assertThat(listing.instructions().getFirst().line()).hasValue(8);
    assertThat(listing.instructions().getLast().line()).isEmpty();
    assertThat(listing.exceptionTable()).containsExactly(new ExceptionEntry(0, 2, 4, 1, true));
  }

  @Test
  void sharedCodeIsListedAtEachPathUpToABound() {
    PyCode code = code(bytes(9, 0), List.of());
    for (int level = 0; level < 40; level++) {
      code = code(bytes(9, 0), List.of(code, code));
    }
    Listing listing = Disassembler.disassemble(code, "3.11");
    assertThat(listing.codes()).hasSize(Disassembler.MAX_CODES);
    assertThat(listing.root().cut()).isEqualTo("more than 20000 code objects in the file");
    assertThat(listing.codes().get(2).path()).isEqualTo("root/const[0]/const[0]");
  }

  @Test
  void sharedInstructionsAndConstantsAreBounded() {
    Bytes big = Bytes.copyOf(new byte[4_000_000]);
    PyTuple many = new PyTuple(new ArrayList<>(Collections.nCopies(900_000, new PyText("x"))));
    List<PyValue> inner = new ArrayList<>();
    for (int count = 0; count < 10_000; count++) {
      inner.add(code(big, many, big, big));
    }
    Listing listing = Disassembler.disassemble(code(bytes(9, 0), inner), "3.13");
    assertThat(listing.codes().stream().mapToInt(code -> code.instructions().size()).sum())
        .isEqualTo(Disassembler.MAX_INSTRUCTIONS);
    assertThat(listing.codes().get(2).cut()).startsWith("more than 1000000 instructions");
  }

  @Test
  void aLongConstantLoadedManyTimesIsShortenedInTheEnd() {
    byte[] loads = new byte[100_000];
    for (int index = 0; index < loads.length; index += 2) {
      loads[index] = LOAD_CONST_3_11;
    }
    PyCode code = code(Bytes.copyOf(loads), List.of(new PyText("y".repeat(500_000))));
    List<Instruction> listed = Disassembler.disassemble(code, "3.11").root().instructions();
    assertThat(listed.getFirst().argrepr()).hasSize(500_002);
    assertThat(listed.getLast().argrepr()).hasSize(203);
    assertThat(listed.stream().mapToLong(one -> one.argrepr().length()).sum())
        .isLessThan(120_000_000);
  }

  @Test
  void onlyKnownPythonsHaveAListing() {
    PyCode code = code(Bytes.EMPTY, List.of());
    assertThatThrownBy(() -> Disassembler.disassemble(code, "3.10"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(OpcodeTable.of("3.10")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases", "truncated-at-every-byte", "fuzz"})
  void hostileFilesAreListedWithEveryPython(String zip) {
    Corpus.orSkip()
        .zipped("hostile/M/" + zip + ".zip", "")
        .forEach((file, bytes) -> {
          if (CodeInspector.inspect(bytes) instanceof CodeInspection.Readable readable) {
            for (OpcodeTable table : OpcodeTable.ALL) {
              assertThat(Disassembler.disassemble(readable.root(), table.python()).codes())
                  .as(file)
                  .isNotEmpty();
            }
          }
        });
  }
}
