package io.suturescope.model.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.CodeDiff.Entry;
import io.suturescope.model.bytecode.CodeDiff.Pair;
import io.suturescope.model.bytecode.CodeDiff.Row;
import io.suturescope.model.diff.Change;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodeDiffTest {

  @Property(tries = 1_000)
  void bothSidesStandInTheRowsWhole(
      @ForAll("programs") List<String> left, @ForAll("programs") List<String> right) {
    Pair pair = compared(left, right);
    assertThat(pair.rows().stream().flatMap(row -> row.left().stream()))
        .containsExactlyElementsOf(pair.left().orElseThrow().instructions());
    assertThat(pair.rows().stream().flatMap(row -> row.right().stream()))
        .containsExactlyElementsOf(pair.right().orElseThrow().instructions());
  }

  @Provide
  Arbitrary<List<String>> programs() {
    return Arbitraries.of("LOAD a", "LOAD b", "EXTENDED_ARG", "JUMP 0", "JUMP 6", "JUMP 99", "POP")
        .list()
        .ofMaxSize(30);
  }

  @Test
  void aPrefixThatOneSideNeedsIsNoDifference() {
    Pair pair = compared(List.of("LOAD a", "POP"), List.of("EXTENDED_ARG", "LOAD a", "POP"));
    assertThat(changes(pair)).containsOnly(Change.SAME).hasSize(3);
    assertThat(pair.rows().getFirst().left()).isEmpty();
  }

  @Test
  void aJumpToTheSameInstructionIsTheSameWhereverThatStands() {
    Pair pair =
        compared(List.of("JUMP 4", "LOAD a", "POP"), List.of("JUMP 4", "LOAD a", "GUARD", "POP"));
    assertThat(changes(pair)).containsExactly(Change.SAME, Change.SAME, Change.ADDED, Change.SAME);
  }

  @Test
  void aJumpElsewhereIsChanged() {
    Pair pair = compared(List.of("JUMP 4", "LOAD a", "POP"), List.of("JUMP 2", "LOAD a", "POP"));
    assertThat(changes(pair)).containsExactly(Change.CHANGED, Change.SAME, Change.SAME);
  }

  @Test
  void oneOperandForAnotherIsChanged() {
    Pair pair = compared(List.of("LOAD a", "POP"), List.of("LOAD b", "POP"));
    assertThat(changes(pair)).containsExactly(Change.CHANGED, Change.SAME);
  }

  @Test
  void aBlockOfFourThatStandsElsewhereHasMoved() {
    List<String> block = List.of("LOAD a", "LOAD b", "CALL c", "POP");
    List<String> rest = List.of("X 1", "X 2", "X 3", "X 4", "X 5", "X 6");
    List<String> left = new ArrayList<>(block);
    left.addAll(rest);
    List<String> right = new ArrayList<>(rest);
    right.addAll(block);
    Pair pair = compared(left, right);
    assertThat(pair.count(Change.MOVED)).isEqualTo(8);
    assertThat(pair.rows().stream().filter(row -> row.change() == Change.MOVED).map(Row::block))
        .containsOnly(OptionalInt.of(1));
  }

  @Test
  void withoutAnOriginalEverythingIsAdded() {
    CodeDiff diff = CodeDiff.onlyRight(listing(List.of("LOAD a", "POP"), List.of()));
    assertThat(changes(diff.pairs().getFirst())).containsExactly(Change.ADDED, Change.ADDED);
    assertThat(diff.pairs().getFirst().left()).isEmpty();
  }

  @Test
  void constantsAreTheSameByTheirTextInAnyOrder() {
    PyValue one = new PyInt(BigInteger.ONE);
    PyValue real = new PyFloat(1.0);
    Pair pair =
        CodeDiff.between(
                listing(List.of("POP"), List.of(one, PyNone.INSTANCE)),
                listing(List.of("POP"), List.of(PyNone.INSTANCE, real)))
            .pairs()
            .getFirst();
    assertThat(pair.constants())
        .containsExactly(
            new Entry(Change.SAME, "None", "None"),
            new Entry(Change.ADDED, "", "1.0"),
            new Entry(Change.REMOVED, "1", ""));
  }

  @Test
  void nestedCodeIsPairedByItsQualifiedName() {
    CodeListing kept = code("root/const[1]", "f.<locals>.g", List.of("POP"), List.of());
    CodeListing came = code("root/const[0]", "f.<locals>.h", List.of("POP"), List.of());
    CodeListing stays = code("root/const[2]", "f.<locals>.g", List.of("POP"), List.of());
    CodeListing root = code("root", "f", List.of("POP"), List.of());
    CodeDiff diff =
        CodeDiff.between(
            new Listing("3.12", List.of(root, kept)),
            new Listing("3.12", List.of(root, came, stays)));
    assertThat(diff.pairs())
        .extracting(Pair::path)
        .containsExactly("root", "root/const[0]", "root/const[2]");
    assertThat(changes(diff.pairs().get(1))).containsExactly(Change.ADDED);
    assertThat(changes(diff.pairs().get(2))).containsExactly(Change.SAME);
  }

  private static List<Change> changes(Pair pair) {
    return pair.rows().stream().map(Row::change).toList();
  }

  private static Pair compared(List<String> left, List<String> right) {
    return CodeDiff.between(listing(left, List.of()), listing(right, List.of())).pairs().getFirst();
  }

  private static Listing listing(List<String> program, List<PyValue> constants) {
    return new Listing("3.12", List.of(code("root", "f", program, constants)));
  }

  private static CodeListing code(
      String path, String qualname, List<String> program, List<PyValue> constants) {
    PyCode code =
        new PyCode(
            new CodeShape(0, 0, 0, 1, 3),
            Bytes.EMPTY,
            new PyTuple(constants),
            List.of(),
            new CodeLocals(List.of(), Bytes.EMPTY),
            new CodeOrigin("f.py", "f", qualname, 1),
            Bytes.EMPTY,
            Bytes.EMPTY);
    List<Instruction> instructions = new ArrayList<>();
    for (String text : program) {
      instructions.add(instruction(2 * instructions.size(), text));
    }
    return new CodeListing(path, code, instructions, List.of(), "");
  }

  private static Instruction instruction(int offset, String text) {
    int space = text.indexOf(' ');
    String opname = space < 0 ? text : text.substring(0, space);
    String rest = text.substring(space + 1);
    Operand operand =
        opname.equals("JUMP")
            ? new Operand.Jump(Integer.parseInt(rest))
            : new Operand.Name(0, rest, "");
    return new Instruction(
        offset,
        opname,
        1,
        OptionalInt.empty(),
        "",
        operand,
        false,
        OptionalInt.empty(),
        Optional.empty());
  }
}
