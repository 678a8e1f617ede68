package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyNone;
import java.util.List;
import java.util.Optional;

/// What the bytecode says about the patch of a question.
final class Facts {
  private static final int GENERATOR = 0x20;
  private static final int ASYNC_GENERATOR = 0x200;

  private final GuardQuestion question;
  private final Optional<CodeListing> code;
  private final List<GuardGroup> groups;
  private final List<Unit> rest;

  Facts(GuardQuestion question) {
    this.question = question;
    code = question.patched().map(Listing::root);
    Optional<Peeling> peeling = code.map(Peeling::of);
    groups = peeling.map(GuardGroup::of).orElse(List.of());
    rest = peeling.flatMap(Peeling::rest).or(() -> code).map(Unit::of).orElse(List.of());
  }

  GuardQuestion question() {
    return question;
  }

  Optional<CodeListing> code() {
    return code;
  }

  /// All guards of the function.
  List<GuardGroup> groups() {
    return groups;
  }

  /// The instructions without the guards, as far as they could be taken out.
  List<Unit> rest() {
    return rest;
  }

  /// The guards that the question asks about: of the recorded type, if there are any, and of the
  /// recorded variable, if it tells them apart.
  Optional<GuardGroup> main() {
    List<GuardGroup> typed =
        GuardShape.knows(question.guardType())
            ? groups.stream()
                .filter(group -> group.shape().belongsTo(question.guardType()))
                .toList()
            : groups;
    return typed.stream()
        .filter(group -> group.first().subjects().contains(question.target()))
        .findFirst()
        .or(() -> typed.stream().findFirst())
        .or(() -> groups.stream().findFirst());
  }

  /// The name of the function for a sentence.
  String function() {
    return question.function().isEmpty()
        ? code.map(c -> c.code().qualname()).filter(n -> !n.isEmpty()).orElse("the function")
        : question.function();
  }

  /// The recorded default as Python writes it.
  String recordedDefault() {
    return question.defaultValue().isEmpty() ? "" : PythonValue.of(question.defaultValue());
  }

  /// A variable that a guard reads although nothing was stored in it yet.
  Optional<String> unbound(GuardGroup group) {
    return group.first().subjects().stream()
        .filter(name -> code.isPresent() && unbound(name, group.places().getFirst()))
        .findFirst();
  }

  private boolean unbound(String name, Peeling.Placed placed) {
    CodeLocals locals = code.orElseThrow().code().locals();
    int slot = locals.names().indexOf(name);
    if (slot < code.orElseThrow().code().shape().parameters()
        || !locals.withKind(CodeLocals.LOCAL).contains(name)
        || locals.withKind(CodeLocals.CELL).contains(name)) {
      return false;
    }
    return placed.units().subList(0, placed.guard().from()).stream()
        .noneMatch(unit -> unit.opname().startsWith("STORE_FAST") && mentions(unit, name));
  }

  private static boolean mentions(Unit unit, String name) {
    return unit.instruction().operand() instanceof Operand.Variables(List<String> names)
        && names.contains(name);
  }

  /// True when the variable collects all positional arguments (`*args`).
  boolean collectsArguments(String name) {
    return code.map(CodeListing::code)
        .filter(c -> c.shape().has(CodeShape.VARARGS))
        .filter(c -> c.locals().names().indexOf(name) == c.argcount() + c.kwonlyargcount())
        .isPresent();
  }

  /// True when a `return None` is one instruction, which return guards do not see (3.12 on).
  boolean returnsConstantNone() {
    return rest.stream()
        .anyMatch(unit ->
            unit.is("RETURN_CONST")
                && unit.instruction().operand() instanceof Operand.Constant(_, var value)
                && value == PyNone.INSTANCE);
  }

  /// The first attribute of a variable that the function sets, such as `order.note`.
  Optional<String> storedAttribute(String variable) {
    for (int unit = 1; unit < rest.size(); unit++) {
      if (rest.get(unit).is("STORE_ATTR")
          && Expression.before(rest, unit).filter(variable::equals).isPresent()
          && rest.get(unit).instruction().operand() instanceof Operand.Name(_, String name, _)) {
        return Optional.of(variable + "." + name);
      }
    }
    return Optional.empty();
  }

  /// True for generators, which yield values and do not return them to whoever asks.
  boolean generates() {
    return code.map(c -> c.code().shape())
        .filter(shape -> shape.has(GENERATOR) || shape.has(ASYNC_GENERATOR))
        .isPresent();
  }
}
