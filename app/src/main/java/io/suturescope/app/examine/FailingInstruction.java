package io.suturescope.app.examine;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which instruction of the unpatched code raised, where only one can have: of those on the crash
/// line, the one of the kind that the guard is for. Nothing on disk records it.
final class FailingInstruction {

  private static final Set<String> DIVISIONS = Set.of("/", "//", "%", "/=", "//=", "%=");
  private static final Set<String> SUMS = Set.of("+", "+=");

  private final List<Instruction> line;
  private final String target;

  private FailingInstruction(List<Instruction> line, String target) {
    this.line = line;
    this.target = target;
  }

  /// @param code that the crash line belongs to
  /// @param guardType as recorded
  /// @param target variable, as the incident names it; may be empty
  /// @return its place in the source; empty when several instructions fit, or none does
  static Optional<Position> position(CodeListing code, int line, String guardType, String target) {
    List<Instruction> there =
        code.instructions().stream()
            .filter(each -> each.line().isPresent() && each.line().getAsInt() == line)
            .toList();
    List<Position> fitting =
        new FailingInstruction(there, target)
            .fitting(guardType)
            .flatMap(each -> each.position().stream())
            .distinct()
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private Stream<Instruction> fitting(String guardType) {
    return switch (guardType) {
      case "null_guard" -> attributes();
      case "division_guard" -> operators(DIVISIONS);
      case "key_guard", "subscript_guard", "index_guard", "list_bound_guard" -> subscripts();
      case "str_coerce_guard" -> operators(SUMS);
      case "type_coercion_guard", "file_guard", "callable_guard" -> calls();
      default -> Stream.empty();
    };
  }

  /// Of the target, where it is named.
  private Stream<Instruction> attributes() {
    return line.stream()
        .filter(each -> each.opname().equals("LOAD_ATTR") || each.opname().equals("LOAD_METHOD"))
        .filter(each -> target.isEmpty() || isOfTarget(each));
  }

  private boolean isOfTarget(Instruction attribute) {
    int at = line.indexOf(attribute);
    return at > 0
        && switch (line.get(at - 1).operand()) {
          case Operand.Variables(List<String> names) ->
              !names.isEmpty() && names.getLast().equals(target);
          case Operand.Name(int _, String name, String _) -> name.equals(target);
          default -> false;
        };
  }

  private Stream<Instruction> operators(Set<String> wanted) {
    return line.stream()
        .filter(each ->
            each.opname().equals("BINARY_OP")
                && each.operand() instanceof Operand.Symbol(int _, String text)
                && wanted.contains(text));
  }

  /// 3.14 reads items with BINARY_OP.
  private Stream<Instruction> subscripts() {
    return line.stream()
        .filter(each ->
            each.opname().equals("BINARY_SUBSCR")
                || (each.opname().equals("BINARY_OP")
                    && each.operand() instanceof Operand.Symbol(int _, String text)
                    && text.equals("[]")));
  }

  private Stream<Instruction> calls() {
    return line.stream().filter(each -> each.opname().startsWith("CALL"));
  }
}
