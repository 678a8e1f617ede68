package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpcodeTableTest {
  private static OpcodeTable table(String python) {
    return OpcodeTable.ALL.stream()
        .filter(table -> table.python().equals(python))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fourPythonsAreKnown() {
    assertThat(OpcodeTable.ALL)
        .extracting(OpcodeTable::python)
        .containsExactly("3.11", "3.12", "3.13", "3.14");
  }

  @Test
  void everyPythonHasItsOwnResumeAndPrefix() {
    assertThat(OpcodeTable.ALL).extracting(OpcodeTable::resume).containsExactly(151, 151, 149, 128);
    assertThat(OpcodeTable.ALL)
        .extracting(OpcodeTable::extendedArg)
        .containsExactly(144, 144, 71, 69);
  }

  @Test
  void jumpsCountFromBehindTheCaches() {
    Opcode backward = table("3.13").opcode(77).orElseThrow();
    assertThat(backward)
        .isEqualTo(new Opcode(77, "JUMP_BACKWARD", 1, Opcode.Jump.BACKWARD, Meaning.JUMP));
    assertThat(backward.target(10, 4)).isEqualTo(8);
    assertThat(table("3.13").opcode(79).orElseThrow().target(10, 4)).isEqualTo(15);
  }

  @Test
  void fillersAndTracingOpcodesAreNotCompiled() {
    assertThat(table("3.13").opcode(0)).get().matches(cache -> !cache.compiled());
    assertThat(table("3.13").opcode(254)).get().matches(line -> !line.compiled());
    assertThat(table("3.13").opcode(149)).get().matches(Opcode::compiled);
    assertThat(table("3.13").opcode(255)).isEmpty();
  }
}
