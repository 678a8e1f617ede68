package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.OpcodeWords;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpcodeWordsTest {
  private static Stream<Opcode> compiled() {
    return OpcodeTable.ALL.stream()
        .flatMap(table -> IntStream.range(0, 256).mapToObj(table::opcode))
        .flatMap(Optional::stream)
        .filter(Opcode::compiled);
  }

  @Test
  void everyCompiledOpcodeOfEveryPythonHasOneShortSentence() {
    assertThat(compiled())
        .allSatisfy(opcode ->
            assertThat(OpcodeWords.of(opcode.name()))
                .get()
                .asString()
                .startsWith(opcode.name() + " ")
                .endsWith(".")
                .hasSizeLessThan(150));
  }

  @Test
  void whatNoCompilerWritesHasNoSentence() {
    assertThat(OpcodeWords.of("<17>")).isEmpty();
    assertThat(OpcodeWords.of("CACHE")).isEmpty();
  }
}
