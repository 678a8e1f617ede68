package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tells what the arguments in one code object mean, and how `dis` of its Python shows them.
///
/// Where `dis` raises, because there is no such constant, name or operator, the text says so:
/// `<constant 99 of 3>`.
final class Arguments {
  private static final List<String> FUNCTION_FLAGS =
      List.of("defaults", "kwdefaults", "annotations", "closure", "annotate");
  private static final int FORMAT_CONVERSION = 3;
  private static final int FORMAT_SPEC = 4;
  private static final int TO_BOOL = 16;

  private final PyCode code;
  private final OpcodeTable table;
  private final JumpTargets targets;
  private final ListingBudget budget;

  /// What an argument means.
  ///
  /// @param text as `dis` shows it; may be empty
  record Shown(Operand operand, String text) {}

  Arguments(PyCode code, OpcodeTable table, JumpTargets targets, ListingBudget budget) {
    this.code = code;
    this.table = table;
    this.targets = targets;
    this.budget = budget;
  }

  Shown at(UnitWalk walk) {
    if (walk.opcode().isEmpty() || walk.argument().isEmpty()) {
      return new Shown(
          walk.argument().isPresent()
              ? new Operand.Count(walk.argument().getAsInt())
              : new Operand.None(),
          "");
    }
    Opcode opcode = walk.opcode().get();
    int argument = walk.argument().getAsInt();
    return switch (opcode.meaning()) {
      case NONE, PREFIX -> new Shown(new Operand.None(), "");
      case NUMBER -> new Shown(new Operand.Count(argument), "");
      case CONSTANT -> constant(argument);
      case SILENT_CONSTANT -> new Shown(constant(argument).operand(), "");
      case NAME -> name(argument, argument, "");
      case GLOBAL -> name(argument, argument >> 1, "NULL");
      case ATTRIBUTE -> name(argument, argument >> 1, "NULL|self");
      case SUPER_ATTRIBUTE -> name(argument, argument >> 2, "NULL|self");
      case VARIABLE -> variables(List.of(argument));
      case TWO_VARIABLES -> variables(List.of(argument >> 4, argument & 15));
      case JUMP -> jump(opcode, walk.target().orElseThrow());
      case COMPARISON -> comparison(argument);
      case BINARY -> word("binary", argument);
      case CONVERSION -> word("convert", argument);
      case FORMAT -> format(argument);
      case FUNCTION_FLAGS -> new Shown(new Operand.Count(argument), functionFlags(argument));
      case INTRINSIC_1 -> word("intrinsic1", argument);
      case INTRINSIC_2 -> word("intrinsic2", argument);
      case SPECIAL_METHOD -> word("special", argument);
      case COMMON_CONSTANT -> word("constant", argument);
      case IDENTITY -> symbol(argument, argument == 0 ? "is" : "is not");
      case MEMBERSHIP -> symbol(argument, argument == 0 ? "in" : "not in");
    };
  }

  private Shown constant(int index) {
    if (index < 0 || index >= code.consts().size()) {
      return missing("constant", index, code.consts().size());
    }
    return new Shown(
        new Operand.Constant(index, code.consts().get(index)),
        budget.repr(code.consts().get(index)));
  }

  private Shown name(int argument, int index, String pushed) {
    List<String> names = code.names();
    if (index < 0 || index >= names.size()) {
      return missing("name", index, names.size());
    }
    String name = names.get(index);
    String shown = budget.fit(name);
    if (pushed.isEmpty() || (argument & 1) == 0 || name.isEmpty()) {
      return new Shown(new Operand.Name(index, name, ""), shown);
    }
    return new Shown(
        new Operand.Name(index, name, "+ " + pushed),
        table.minor() < 13 ? pushed + " + " + shown : shown + " + " + pushed);
  }

  private Shown variables(List<Integer> slots) {
    List<String> known = code.localsplusnames();
    List<String> names =
        slots.stream()
            .map(slot ->
                slot >= 0 && slot < known.size()
                    ? known.get(slot)
                    : absent("variable", slot, known.size()))
            .toList();
    return new Shown(
        new Operand.Variables(names),
        names.stream().map(budget::fit).collect(Collectors.joining(", ")));
  }

  private Shown jump(Opcode opcode, int target) {
    // END_ASYNC_FOR of 3.14 does not jump: it names the place that it belongs to.
    String way = opcode.name().endsWith("END_ASYNC_FOR") ? "from " : "to ";
    String place = table.minor() < 13 ? String.valueOf(target) : "L" + targets.label(target);
    return new Shown(new Operand.Jump(target), way + place);
  }

  private Shown comparison(int argument) {
    return switch (table.minor()) {
      case 11 -> word("compare", argument);
      case 12 -> word("compare", argument >> 4);
      default -> {
        Shown plain = word("compare", argument >> 5);
        yield (argument & TO_BOOL) == 0 ? plain : symbol(argument, "bool(" + plain.text() + ")");
      }
    };
  }

  private Shown format(int argument) {
    String conversion = word("convert", argument & FORMAT_CONVERSION).text();
    if ((argument & FORMAT_SPEC) == 0) {
      return symbol(argument, conversion);
    }
    return symbol(argument, conversion.isEmpty() ? "with format" : conversion + ", with format");
  }

  private String functionFlags(int argument) {
    return IntStream.range(0, table.minor() < 14 ? 4 : 5)
        .filter(bit -> (argument & (1 << bit)) != 0)
        .mapToObj(FUNCTION_FLAGS::get)
        .collect(Collectors.joining(", "));
  }

  private Shown word(String kind, int number) {
    return symbol(
        number,
        table.word(kind, number).orElseGet(() -> absent(kind, number, table.wordCount(kind))));
  }

  private static Shown symbol(int value, String text) {
    return new Shown(new Operand.Symbol(value, text), text);
  }

  private static Shown missing(String what, int index, int size) {
    return new Shown(new Operand.Count(index), absent(what, index, size));
  }

  private static String absent(String what, int index, int size) {
    return "<" + what + " " + index + " of " + size + ">";
  }
}
